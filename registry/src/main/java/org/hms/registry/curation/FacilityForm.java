package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityKind;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.facility.Ownership;
import org.hms.registry.facility.SourceRow;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.seed.FacilityTypeRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** Makes a facility of a draft, upon what is published of it now, and compares two versions of one. */
final class FacilityForm {

    private static final String LIST = "curation";

    private final Map<String, String> types =
            SeedData.facilityTypes().stream().collect(Collectors.toMap(FacilityTypeRow::code, FacilityTypeRow::name));

    /** The id that a new facility has, from the number of the request. */
    static String idOf(long request) {
        return DirectoryIds.of(Facility.ID_PREFIX, LIST, Long.toString(request));
    }

    Facility create(long request, FacilityDraft draft) {
        var identifiers = new ArrayList<DirectoryIdentifier>();
        Stream.ofNullable(draft.mspbsCode())
                .forEach(code -> identifiers.add(new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, code)));
        identifiers.add(new DirectoryIdentifier(DirectorySystems.LIST + LIST, Long.toString(request)));
        return new Facility(
                idOf(request),
                new SourceRow(LIST, Long.toString(request), "Proposed and reviewed in this registry"),
                new FacilityName(draft.name(), draft.name()),
                kind(draft),
                site(draft, null),
                identifiers,
                new FacilityService(FacilityStatus.ACTIVE, draft.phones()));
    }

    Facility change(Facility current, FacilityDraft draft) {
        var name = current.name().repaired().equals(draft.name())
                ? current.name()
                : new FacilityName(draft.name(), draft.name());
        var code = draft.mspbsCode();
        var identifiers = code == null
                        || current.identifiers().stream()
                                .anyMatch(known -> known.value().equals(code))
                ? current.identifiers()
                // A code once given stays: whoever wrote it down finds the facility by it.
                : Stream.concat(
                                Stream.of(new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, code)),
                                current.identifiers().stream())
                        .toList();
        return new Facility(
                current.id(),
                current.source(),
                name,
                kind(draft),
                site(draft, current.site().dependency()),
                identifiers,
                new FacilityService(current.service().status(), draft.phones()));
    }

    static Facility with(Facility current, FacilityStatus status) {
        return new Facility(
                current.id(),
                current.source(),
                current.name(),
                current.kind(),
                current.site(),
                current.identifiers(),
                new FacilityService(status, current.service().phones()));
    }

    private FacilityKind kind(FacilityDraft draft) {
        var code = draft.type();
        var ownership = draft.ownership();
        return new FacilityKind(
                code == null ? null : type(code),
                ownership == null
                        ? null
                        : Stream.of(Ownership.values())
                                .filter(known -> known.code().equals(ownership))
                                .findFirst()
                                .orElseThrow(() -> unfit("ownership", "public, social-security or private")));
    }

    private FacilityType type(String code) {
        var display = types.get(code);
        if (display == null) {
            throw unfit("type", "one of " + types.keySet().stream().sorted().toList());
        }
        return new FacilityType(code, display, false);
    }

    private static FacilitySite site(FacilityDraft draft, @Nullable String dependency) {
        var district = draft.district();
        var region = draft.healthRegion();
        return new FacilitySite(
                district == null ? null : JurisdictionIds.district(district),
                region == null ? null : JurisdictionIds.healthRegion(region),
                dependency,
                point(draft));
    }

    private static @Nullable GeoPoint point(FacilityDraft draft) {
        var latitude = draft.latitude();
        var longitude = draft.longitude();
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw unfit("latitude", "a place on Earth");
        }
    }

    private static CurationRefused unfit(String field, String wanted) {
        return new CurationRefused(
                CurationRefused.Fault.UNFIT,
                "The field " + field + " is " + wanted,
                List.of(new CurationRefused.Place(field, "is " + wanted)));
    }

    /** The fields in which two versions differ, each with what stood before and what stands now. */
    static List<CurationRefused.Place> differences(Facility before, Facility now) {
        var places = new ArrayList<CurationRefused.Place>();
        add(places, "name", before.name().repaired(), now.name().repaired());
        add(places, "type", code(before), code(now));
        add(places, "ownership", before.kind().ownership(), now.kind().ownership());
        add(places, "district", before.site().district(), now.site().district());
        add(places, "healthRegion", before.site().healthRegion(), now.site().healthRegion());
        add(places, "position", before.site().position(), now.site().position());
        add(places, "status", before.service().status(), now.service().status());
        add(places, "phones", before.service().phones(), now.service().phones());
        add(places, "identifiers", before.identifiers(), now.identifiers());
        return places;
    }

    private static @Nullable String code(Facility facility) {
        var type = facility.kind().type();
        return type == null ? null : type.code();
    }

    private static void add(
            List<CurationRefused.Place> places, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            places.add(new CurationRefused.Place(field, "was " + before + " and is " + now));
        }
    }
}
