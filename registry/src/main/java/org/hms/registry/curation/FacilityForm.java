package org.hms.registry.curation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityKind;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.facility.Ownership;
import org.hms.registry.facility.SourceRow;
import org.hms.registry.facility.Succession;
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
        return idOf(Long.toString(request));
    }

    static String idOf(String number) {
        return DirectoryIds.of(Facility.ID_PREFIX, LIST, number);
    }

    /** @param number of the request, and of the facility within it where it makes several */
    Facility create(String id, String number, FacilityDraft draft) {
        return new Facility(
                id,
                new SourceRow(LIST, number, "Proposed and reviewed in this registry"),
                new FacilityName(draft.name(), draft.name()),
                kind(draft),
                site(draft, null),
                identifiers(draft, List.of(new DirectoryIdentifier(DirectorySystems.LIST + LIST, number))),
                new FacilityService(status(draft, FacilityStatus.ACTIVE), draft.phones()),
                Succession.NONE,
                details(draft, FacilityDetails.NONE));
    }

    /** @param since when it came to lie in another district, if it did; else it was only written down wrongly */
    Facility change(Facility current, FacilityDraft draft, @Nullable LocalDate since) {
        var name = current.name().repaired().equals(draft.name())
                ? current.name()
                : new FacilityName(draft.name(), draft.name());
        return new Facility(
                current.id(),
                current.source(),
                name,
                kind(draft),
                moved(current.site(), site(draft, current.site()), since),
                identifiers(draft, current.identifiers()),
                new FacilityService(status(draft, current.service().status()), draft.phones()),
                current.succession(),
                details(draft, current.details()));
    }

    private static FacilitySite moved(FacilitySite before, FacilitySite now, @Nullable LocalDate since) {
        var district = now.district();
        if (since == null || district == null || district.equals(before.district())) {
            return now;
        }
        var formerly = before.movedTo(district, since).formerly();
        return new FacilitySite(district, now.healthRegion(), now.dependency(), now.position(), formerly);
    }

    /** The same in the district that has got it. */
    Facility resettle(Facility current, String district, @Nullable String mspbsCode, LocalDate since) {
        var id = JurisdictionIds.district(district);
        var site = current.site();
        return current.with(id.equals(site.district()) ? site : site.movedTo(id, since))
                .withIdentifiers(identifiers(mspbsCode, List.of(), current.identifiers()));
    }

    private static List<DirectoryIdentifier> identifiers(FacilityDraft draft, List<DirectoryIdentifier> borne) {
        return identifiers(draft.mspbsCode(), draft.identifiers(), borne);
    }

    /** A code once given stays: whoever wrote it down finds the facility by it. */
    private static List<DirectoryIdentifier> identifiers(
            @Nullable String code, List<DirectoryIdentifier> given, List<DirectoryIdentifier> borne) {
        var all = new ArrayList<DirectoryIdentifier>();
        if (code != null
                && Stream.concat(given.stream(), borne.stream())
                        .noneMatch(known -> known.value().equals(code))) {
            all.add(new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, code));
        }
        Stream.concat(given.stream(), borne.stream())
                .filter(next -> all.stream().noneMatch(next::names))
                .forEach(all::add);
        return all;
    }

    /** What a draft of it would say if nothing were to change. */
    static FacilityDraft describe(Facility facility) {
        var site = facility.site();
        var ownership = facility.kind().ownership();
        var position = site.position();
        return new FacilityDraft(
                facility.name().repaired(),
                code(facility),
                ownership == null ? null : ownership.code(),
                code(site.district(), "py-dis-"),
                code(site.healthRegion(), "py-rs-"),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                facility.service().phones(),
                null,
                List.of());
    }

    private static @Nullable String code(@Nullable String id, String prefix) {
        return id == null ? null : id.substring(prefix.length());
    }

    private static FacilityStatus status(FacilityDraft draft, FacilityStatus otherwise) {
        return draft.status() == null ? otherwise : draft.status();
    }

    private static FacilityDetails details(FacilityDraft draft, FacilityDetails otherwise) {
        return draft.details() == null ? otherwise : draft.details();
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

    private static FacilitySite site(FacilityDraft draft, @Nullable FacilitySite before) {
        var district = draft.district();
        var region = draft.healthRegion();
        return new FacilitySite(
                district == null ? null : JurisdictionIds.district(district),
                region == null ? null : JurisdictionIds.healthRegion(region),
                before == null ? null : before.dependency(),
                point(draft),
                before == null ? List.of() : before.formerly());
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
        add(places, "formerly", before.site().formerly(), now.site().formerly());
        add(places, "position", before.site().position(), now.site().position());
        add(places, "status", before.service().status(), now.service().status());
        add(places, "phones", before.service().phones(), now.service().phones());
        add(places, "identifiers", before.identifiers(), now.identifiers());
        add(places, "details", before.details(), now.details());
        add(places, "succession", before.succession(), now.succession());
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
