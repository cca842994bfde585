package org.hms.registry.facility.store.index;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.hms.registry.territory.GeoPoint;

/** Facilities drawn from few words, so that many are alike, on all parts of the earth; for tests only. */
final class InventedPlaces {

    static final List<String> DISTRICTS = List.of("py-dis-0000", "py-dis-0101", "py-dis-0204", "py-dis-1103");
    static final List<String> REGIONS = List.of("py-rs-01", "py-rs-02", "py-rs-18");
    static final List<String> WORDS = List.of(
            "Ñemby",
            "San Juan",
            "Mby'a",
            "Itauguá",
            "Virgen del Rosario",
            "3 de Mayo",
            "Sta. Rosa",
            "Á",
            "Yby Yaú",
            "Km. 42");
    static final List<String> TYPES = List.of("USF", "HD", "PS");
    static final List<String> SYSTEMS = List.of("urn:test:one", "urn:test:two");

    private final SplittableRandom random;

    InventedPlaces(SplittableRandom random) {
        this.random = random;
    }

    List<Facility> facilities(int count) {
        var facilities = new ArrayList<Facility>(count);
        for (int i = 0; i < count; i++) {
            facilities.add(facility("f-" + Integer.toHexString(i * 7919)));
        }
        return facilities;
    }

    Facility facility(String id) {
        var type = one(TYPES);
        var name = type + " " + one(WORDS) + (random.nextBoolean() ? " " + one(WORDS) : "");
        return new Facility(
                id,
                new SourceRow("T", id, "test"),
                new FacilityName(name, name, random.nextInt(4) == 0 ? List.of(one(WORDS)) : List.of()),
                new FacilityKind(new FacilityType(type, type, false), random.nextBoolean() ? Ownership.PUBLIC : null),
                new FacilitySite(one(DISTRICTS), one(REGIONS), null, random.nextInt(9) == 0 ? null : point()),
                List.of(new DirectoryIdentifier(one(SYSTEMS), "c" + random.nextInt(50))),
                new FacilityService(one(List.of(FacilityStatus.values())), List.of()));
    }

    /** Mostly in the country, some at the poles and on both sides of the antimeridian, some at one and the same point. */
    GeoPoint point() {
        return switch (random.nextInt(8)) {
            case 0 ->
                new GeoPoint(
                        random.nextDouble(-18, -16), (random.nextBoolean() ? 180 : -180) * random.nextDouble(.99, 1));
            case 1 ->
                new GeoPoint(
                        (random.nextBoolean() ? 90 : -90) * random.nextDouble(.98, 1), random.nextDouble(-180, 180));
            case 2 -> new GeoPoint(-25.3, -57.6);
            default -> new GeoPoint(random.nextDouble(-27.5, -19.3), random.nextDouble(-62.6, -54.3));
        };
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
