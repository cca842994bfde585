package org.hms.registry.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.HealthcareService.Nature;
import org.hms.registry.careservice.OpeningExceptions;
import org.hms.registry.careservice.ServiceCapacity;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.FixedRoll;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.TerritorySeed;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.Test;

/** How near care is, over the data that ship. */
final class AccessToCareTest {

    private static final List<Facility> FACILITIES = FacilitySeed.facilities();
    private static final GeoPoint CENTRE = new GeoPoint(-25.2821, -57.5934);
    private static final WantedCare ANY = new WantedCare(null, List.of());
    private static final FixedRoll<HealthcareService> SERVICES = new FixedRoll<>(List.of());
    private static final AccessToCare ACCESS =
            new AccessToCare(new FixedRoll<>(FACILITIES), new FixedRoll<>(TerritorySeed.jurisdictions()), SERVICES);

    private static HealthcareService service(String code, boolean active, String... places) {
        var type = new DirectoryType("urn:test", code, code);
        return new HealthcareService(
                "s-" + code + active,
                false,
                active,
                List.of(),
                code,
                null,
                List.of(places),
                new Nature(List.of(type), List.of(), null),
                List.of(),
                List.of(),
                OpeningExceptions.NONE,
                ServiceCapacity.UNTOLD);
    }

    @Test
    void theNearestComeFirstAsANaiveSearchHasThem() {
        var naive = FACILITIES.stream()
                .filter(facility -> facility.active() && facility.site().position() != null)
                .sorted(Comparator.comparingDouble((Facility facility) ->
                                CENTRE.metresTo(facility.site().position()))
                        .thenComparing(Facility::id))
                .limit(7)
                .map(Facility::id)
                .toList();

        assertThat(ACCESS.nearest(CENTRE, ANY, 7))
                .extracting(near -> near.facility().id())
                .containsExactlyElementsOf(naive);
        assertThat(ACCESS.nearest(CENTRE, new WantedCare(null, List.of("HD")), 3))
                .allMatch(near -> near.facility().kind().type().code().equals("HD"))
                .hasSize(3);
    }

    @Test
    void aServiceIsWhereTheDirectoryHasItAndWhileItIsOffered() {
        var far = ACCESS.nearest(CENTRE, ANY, 500).getLast().facility();
        var near = ACCESS.nearest(CENTRE, ANY, 1).getFirst().facility();
        SERVICES.publish(List.of(service("diálisis", true, far.id()), service("diálisis", false, near.id())));

        assertThat(ACCESS.nearest(CENTRE, new WantedCare("diálisis", List.of()), 5))
                .extracting(found -> found.facility().id())
                .containsExactly(far.id());
        assertThat(ACCESS.nearest(CENTRE, new WantedCare("otra cosa", List.of()), 5))
                .isEmpty();
    }

    @Test
    void thePeopleOfTheDistrictsAreThoseOfTheCensus() {
        var districts = ACCESS.districts(ANY);

        assertThat(districts).hasSize(263);
        assertThat(districts.stream()
                        .mapToLong(access -> access.population().people())
                        .sum())
                .isEqualTo(6_109_903);
        for (var department : SeedData.departments()) {
            assertThat(districts.stream()
                            .filter(access -> access.district().startsWith(department.ineCode()))
                            .mapToLong(access -> access.population().people())
                            .sum())
                    .as(department.name())
                    .isEqualTo(department.population());
        }
        assertThat(districts.stream().filter(access -> access.population().counted()))
                .extracting(DistrictAccess::district)
                .containsExactly("0000");
    }

    @Test
    void everyDistrictWithAPointIsInOneCatchment() {
        var served = new ArrayList<String>();
        var people = 0L;
        for (var catchment : ACCESS.catchments(ANY)) {
            served.addAll(catchment.districts());
            people += catchment.people();
        }

        assertThat(new HashSet<>(served)).hasSameSizeAs(served);
        assertThat(served).hasSize((int) ACCESS.districts(ANY).stream()
                .filter(access -> access.nearest() != null)
                .count());
        assertThat(people).isLessThanOrEqualTo(6_109_903);
    }

    @Test
    void theFartherOneLooksTheFewerDistrictsHaveNothing() {
        int all = ACCESS.without(ANY, 0).size();
        int some = ACCESS.without(ANY, 50_000).size();
        int none = ACCESS.without(ANY, 1e7).size();

        assertThat(all).isGreaterThan(some);
        assertThat(some).isGreaterThan(none);
        assertThat(ACCESS.without(ANY, 50_000))
                .allMatch(access -> access.nearest() == null || access.nearest().metres() > 50_000);
    }

    @Test
    void aYoungDistrictStandsWhereTheOneItWasCarvedFromDoes() {
        var young = ACCESS.districts(ANY).stream()
                .filter(DistrictAccess::approximate)
                .toList();

        assertThat(young).isNotEmpty().allMatch(access -> access.nearest() != null);
        var point = ACCESS.findPoint(young.getFirst().district()).orElseThrow();
        assertThat(ACCESS.nearest(point, ANY, 1).getFirst().metres())
                .isCloseTo(young.getFirst().nearest().metres(), within(1.0));
    }
}
