package org.hms.registry.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityKind;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.territory.DirectoryIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a list says now over what its source said before: what the list has no column for stays, an empty cell empties,
 * and a code once given is kept. A list that says nothing of the state lists what works.
 */
final class Merging {

    private static final Set<PlaceField> DISTRICT = Set.of(PlaceField.DISTRICT, PlaceField.DISTRICT_CODE);
    private static final Set<PlaceField> POSITION = Set.of(PlaceField.LATITUDE, PlaceField.LONGITUDE);

    private Merging() {}

    /** @param said the columns that the list has */
    static Facility of(Facility now, Facility before, Set<PlaceField> said) {
        boolean sameName = now.name().repaired().equals(before.name().repaired());
        boolean ownership = said.contains(PlaceField.OWNERSHIP);
        boolean phone = said.contains(PlaceField.PHONE);
        return new Facility(
                before.id(),
                before.source(),
                sameName ? before.name() : now.name(),
                new FacilityKind(
                        said.contains(PlaceField.TYPE)
                                ? type(now.kind().type(), before.kind().type())
                                : before.kind().type(),
                        ownership ? now.kind().ownership() : before.kind().ownership()),
                site(now.site(), before.site(), said),
                identifiers(now.identifiers(), before.identifiers()),
                new FacilityService(
                        now.service().status(),
                        phone ? now.service().phones() : before.service().phones()),
                before.succession(),
                before.details());
    }

    private static @Nullable FacilityType type(@Nullable FacilityType now, @Nullable FacilityType before) {
        return now != null && before != null && now.code().equals(before.code()) ? before : now;
    }

    /** A parent above a row speaks of the territory too, but its silence takes nothing away. */
    private static FacilitySite site(FacilitySite now, FacilitySite before, Set<PlaceField> said) {
        boolean district = !Collections.disjoint(said, DISTRICT) || now.district() != null;
        boolean region = said.contains(PlaceField.REGION) || now.healthRegion() != null;
        return new FacilitySite(
                district ? now.district() : before.district(),
                region ? now.healthRegion() : before.healthRegion(),
                before.dependency(),
                Collections.disjoint(said, POSITION) ? before.position() : now.position(),
                before.formerly());
    }

    private static List<DirectoryIdentifier> identifiers(
            List<DirectoryIdentifier> now, List<DirectoryIdentifier> before) {
        var kept = new ArrayList<>(before);
        now.stream().filter(identifier -> !before.contains(identifier)).forEach(kept::add);
        return kept;
    }
}
