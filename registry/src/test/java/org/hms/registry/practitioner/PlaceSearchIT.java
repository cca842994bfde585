package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ca.uhn.fhir.context.FhirContext;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Distance;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.TerritorySeed;
import org.hms.seed.FacilityList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places as a referral desk looks for them over FHIR: by distance, name, code, kind and parent. */
@ExtendWith(SharedDirectory.class)
final class PlaceSearchIT {

    private static final GeoPoint ITAUGUA = new GeoPoint(-25.39, -57.356);
    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";

    private final DirectoryServer server;

    PlaceSearchIT(DirectoryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"10|km", "25|km", "7000|m", "20|[mi_i]", "400|km"})
    void nearGivesAllWithinTheDistanceTheNearestFirst(String distance) {
        var metres = Circle.parse("0|0|" + distance).radiusMetres();
        var expected = located()
                .filter(place -> place.point().metresTo(ITAUGUA) <= metres)
                .sorted(Comparator.comparingDouble(
                                (Located place) -> place.point().metresTo(ITAUGUA))
                        .thenComparing(Located::id))
                .toList();

        var bundle = server.bundle("Location", "near=-25.39|-57.356|" + distance, "_count=500");

        assertThat(expected).isNotEmpty();
        assertThat(bundle.getTotal()).isEqualTo(expected.size());
        assertThat(DirectoryServer.ids(bundle))
                .containsExactlyElementsOf(expected.stream().map(Located::id).toList());
    }

    @Test
    void eachEntryTellsItsDistanceAndHasNoScore() {
        var nearest = server.bundle("Location", "near=-25.39|-57.356|10|km", "type=facility")
                .getEntryFirstRep();

        var location = (Location) nearest.getResource();
        var point = new GeoPoint(
                location.getPosition().getLatitude().doubleValue(),
                location.getPosition().getLongitude().doubleValue());
        var told = (Distance) nearest.getSearch().getExtensionByUrl(DISTANCE).getValue();
        assertThat(told.getCode()).isEqualTo("km");
        assertThat(told.getValue().doubleValue() * 1_000).isCloseTo(point.metresTo(ITAUGUA), within(0.51));
        assertThat(nearest.getSearch().hasScore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91|0|1|km",
                "x|y",
                "-25.39",
                "-25|-57|1|parsec",
                "-25|-57|-1|km",
                "0|0|1|km,1|1|1|km",
                "0|0|1e9|km"
            })
    void aMalformedNearIsRefusedByName(String near) {
        var answer = server.get("/fhir/Location" + DirectoryServer.query("near=" + near));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("OperationOutcome", "near");
    }

    @Test
    void fourFacilitiesWithAPositionLieWithinTenKilometresOfTheHospitalOfItaugua() {
        var bundle = server.bundle("Location", "near=-25.390697|-57.356259|10|km", "type=facility");

        assertThat(bundle.getTotal()).isEqualTo(4);
        assertThat(DirectoryServer.ids(bundle).getFirst()).isEqualTo(FacilitySeed.idOf(FacilityList.A, "A021"));
    }

    @ParameterizedTest
    @CsvSource({
        "179.999, -179.999",
        "-179.999, 179.999",
        "180, -180",
    })
    void nearGoesAcrossTheAntimeridian(double here, double there) {
        assertThat(found("-17|" + here + "|1|km", new GeoPoint(-17, there)))
                .containsExactly(FacilitySeed.facilities().getFirst().id());
        assertThat(found("-17|178|1|km", new GeoPoint(-17, there))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"89.999, 10, 89.999, -170", "-90, 0, -89.995, 77", "-89.995, 77, -90, 0"})
    void nearGoesAcrossThePoles(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        assertThat(found(latitude + "|" + longitude + "|1|km", new GeoPoint(otherLatitude, otherLongitude)))
                .containsExactly(FacilitySeed.facilities().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({"0,0,20100", "60,0,15000", "-25.3,122.6,19000", "-89.9,10,9000"})
    void aCircleMayBeAsWideAsTheEarth(double latitude, double longitude, int kilometres) {
        var centre = new GeoPoint(latitude, longitude);
        var circle = "near=" + latitude + "|" + longitude + "|" + kilometres + "|km";
        assertThat(server.bundle("Location", circle, "_summary=count").getTotal())
                .isEqualTo((int) located()
                        .filter(place -> place.point().metresTo(centre) <= kilometres * 1_000.0)
                        .count());
    }

    /** What is found near one point while a facility lies at another. */
    private List<String> found(String near, GeoPoint other) {
        var seed = FacilitySeed.facilities().getFirst();
        var moved = new Facility(
                seed.id(),
                seed.source(),
                seed.name(),
                seed.kind(),
                new FacilitySite(seed.site().district(), null, null, other),
                seed.identifiers(),
                seed.service());
        var load = new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED);
        load.load(List.of(moved), server.facilities, LoadProgress.SILENT);
        try {
            return DirectoryServer.ids(server.bundle("Location", "near=" + near));
        } finally {
            server.loadAll();
        }
    }

    @Test
    void twoPointsAtOnceAreRefused() {
        assertThat(server.get("/fhir/Location" + DirectoryServer.query("near=0|0", "near=1|1"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "name=santisima trin,              2",
        "name=hmi- santísima,              2",
        "name:contains=SANTISIMA TRIN,     4",
        "name:exact=HMI- SANTISIMA TRINIDAD, 2",
        "name:exact=hmi- santisima trinidad, 0",
        "name:contains=guarambaré,         2",
        "name:exact=C.S. GUARAMBAR…,       1",
        "name:contains=%,                  0",
        "name:contains=_,                  0",
        "identifier=11001206,              1",
        "identifier=https://registry.hms.gov.py/id/mspbs-establishment|11001206, 1",
        "identifier=https://registry.hms.gov.py/id/his-establishment|11001206,   0",
        "identifier=https://registry.hms.gov.py/id/list/c|,                      152",
        "identifier=urn:iso:std:iso:3166:-2|PY-19,                               1",
        "'identifier=A001,B001',           2",
        "'type=HG,HR',                     19",
        "type=https://profiles.ihe.net/ITI/mCSD/CodeSystem/IHE.mCSD.Organization.Location.Types|facility, 475",
        "type=health-region,               18",
        "type=district,                    263",
        "type=private,                     2",
        "partof=Organization/py-dep-01,    14",
        "partof=py-rs-02,                  155",
        "partof=Location/py-rs-02,         0",
        "active=true,                      9735",
        "active=false,                     0",
        "_id=py,                           1",
        "'_id=py,py-rs-01,nobody',         2",
        "_lastUpdated=lt2020-01-01,        0",
        "_lastUpdated=ge2020-01-01,        9735",
        "_lastUpdated=ne2020,              9735",
    })
    void organizationsAreFoundBy(String parameter, int total) {
        var bundle = server.bundle("Organization", parameter, "_count=1");

        assertThat(bundle.getTotal()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "name:contains=encarnacion, 1",
        "type=health-region,        0",
        "status=active,             9717",
        "status=inactive,           0",
        "partof=Location/py,        18",
        "organization=Organization/py-dis-0101, 1",
        "organization=Organization/py-rs-01, 0",
    })
    void locationsAreFoundBy(String parameter, int atLeast) {
        assertThat(server.bundle("Location", parameter, "_count=1").getTotal())
                .satisfies(total -> assertThat(atLeast == 0 ? total : Math.min(total, atLeast))
                        .isEqualTo(atLeast));
    }

    @Test
    void whatIsUnknownOrMalformedIsRefusedUnderStrictHandling() {
        for (var query : List.of("colour=red", "active=perhaps", "_lastUpdated=yesterday", "name:sounds-like=x")) {
            assertThat(server.get("/fhir/Organization" + DirectoryServer.query(query))
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void facilityAndOrganizationComeAsAPairWithBothHierarchies() {
        var bundle = server.bundle(
                "Location", "identifier=A001", "_include=Location:organization", "_include=Location:partof");

        assertThat(bundle.getEntry())
                .extracting(
                        entry -> entry.getResource().fhirType(),
                        entry -> entry.getSearch().getMode())
                .containsExactlyInAnyOrder(
                        tuple("Location", SearchEntryMode.MATCH),
                        tuple("Organization", SearchEntryMode.INCLUDE),
                        tuple("Location", SearchEntryMode.INCLUDE));
        var location = (Location) bundle.getEntryFirstRep().getResource();
        assertThat(location.getPartOf().getReference()).isEqualTo("Location/py-dis-0000");
        var organization = bundle.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(organization.getIdPart()).isEqualTo(location.getIdPart());
        assertThat(organization.getPartOf().getReference()).isEqualTo("Organization/py-rs-18");
    }

    @Test
    void organizationsBringTheirParentsAndTheirLocations() {
        var bundle = server.bundle(
                "Organization",
                "_id=py-dis-0101,py-rs-01",
                "_include=Organization:partof",
                "_revinclude=Location:organization");

        assertThat(bundle.getEntry())
                .extracting(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .containsExactlyInAnyOrder(
                        "Organization/py-dis-0101",
                        "Organization/py-rs-01",
                        "Organization/py-dep-01",
                        "Organization/py",
                        "Location/py-dis-0101");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var seen = new HashSet<String>();
        var url = "/fhir/Location" + DirectoryServer.query("type=facility", "_count=100");
        for (int page = 0; page < 10 && !url.isEmpty(); page++) {
            var bundle = FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(Bundle.class, server.get(url).body());
            DirectoryServer.ids(bundle).forEach(id -> assertThat(seen.add(id)).isTrue());
            var next = bundle.getLink("next");
            url = next == null ? "" : next.getUrl().substring(server.base().length());
        }
        assertThat(seen).hasSize(475);
    }

    private record Located(String id, GeoPoint point) {}

    private static Stream<Located> located() {
        return Stream.concat(
                TerritorySeed.jurisdictions().stream()
                        .filter(area -> area.centre() != null)
                        .map(area -> new Located(area.id(), area.centre())),
                FacilitySeed.facilities().stream()
                        .filter(facility -> facility.site().position() != null)
                        .map(facility ->
                                new Located(facility.id(), facility.site().position())));
    }
}
