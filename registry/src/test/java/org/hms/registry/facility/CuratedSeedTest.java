package org.hms.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.Test;

final class CuratedSeedTest {

    private static final List<Facility> HOUSES = CuratedSeed.facilities();

    @Test
    void eachRowOfTheListsIsInOneHouseAndItsCodesLeadThere() {
        var houses = CuratedSeed.houses();
        var byId = HOUSES.stream().collect(Collectors.toMap(Facility::id, house -> house));

        assertThat(HOUSES).hasSize(442);
        assertThat(houses).hasSize(SeedData.facilities().size());
        for (var row : FacilitySeed.facilities()) {
            assertThat(byId.get(houses.get(row.id())).identifiers()).containsAll(row.identifiers());
        }
    }

    @Test
    void aHouseOfSeveralRowsBearsAllTheirNames() {
        var house = house("B059");

        assertThat(house.id()).isEqualTo(FacilitySeed.idOf(FacilityList.A, "A021"));
        assertThat(house.names()).extracting(DirectoryName::text).hasSizeGreaterThan(1);
        assertThat(house.identifiers())
                .contains(new DirectoryIdentifier(DirectorySystems.LIST + "a", "A021"))
                .anySatisfy(code -> assertThat(code.system()).isEqualTo(DirectorySystems.MSPBS_ESTABLISHMENT));
        assertThat(house.site().position()).isNotNull();
    }

    /** District 0222 was carved out of 0204 and 0213 in 2020. */
    @Test
    void whereAHouseLayBeforeItsDistrictWasCreatedIsKnown() {
        var site = house("C055").site();

        assertThat(site.district()).isEqualTo("py-dis-0222");
        assertThat(site.districtOn(LocalDate.of(2019, 12, 31))).isEqualTo("py-dis-0213");
    }

    @Test
    void fourHousesWithAPositionLieWithinTenKilometresOfTheHospitalOfItaugua() {
        var hospital = new GeoPoint(-25.390697, -57.356259);

        assertThat(HOUSES)
                .filteredOn(house -> {
                    var position = house.site().position();
                    return position != null && position.metresTo(hospital) <= 10_000;
                })
                .hasSize(4);
    }

    private static Facility house(String leading) {
        return HOUSES.stream()
                .filter(house -> house.source().row().equals(leading))
                .findFirst()
                .orElseThrow();
    }
}
