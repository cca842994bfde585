package org.hms.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectorySystems;
import org.hms.seed.FacilityList;
import org.junit.jupiter.api.Test;

final class FacilitySeedTest {

    private static final List<Facility> ALL = FacilitySeed.facilities();

    @Test
    void theThreeListsLieSideBySide() {
        assertThat(ALL.stream().collect(Collectors.groupingBy(f -> f.source().list(), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 72L, "b", 251L, "c", 152L));
        assertThat(new HashSet<>(ALL.stream().map(Facility::id).toList())).hasSize(475);
    }

    @Test
    void aHospitalOfListAHasItsPlaceAndItsPhone() {
        var trinidad = row("A001");

        assertThat(trinidad.site().position()).isNotNull();
        assertThat(trinidad.site().district()).isEqualTo("py-dis-0000");
        assertThat(trinidad.site().healthRegion()).isEqualTo("py-rs-18");
        assertThat(trinidad.site().dependency()).isEqualTo("PARQUE REGIONAL VIRTUAL HOSPITALES ESPECIALIZADOS");
        assertThat(trinidad.service()).isEqualTo(new FacilityService(FacilityStatus.ACTIVE, List.of("021290165")));
        assertThat(trinidad.kind().ownership()).isEqualTo(Ownership.PUBLIC);
    }

    @Test
    void theMinistrysCodeAndTheListsOwnRowAreIdentifiers() {
        assertThat(row("B001").identifiers())
                .containsExactly(
                        new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, "11001206"),
                        new DirectoryIdentifier("https://registry.hms.gov.py/id/list/b", "B001"));
    }

    @Test
    void theTwoCodeSystemsAreToldApartByTheirForm() {
        assertThat(FacilitySeed.systemOf("11001206")).isEqualTo(DirectorySystems.MSPBS_ESTABLISHMENT);
        assertThat(FacilitySeed.systemOf("0011001.00100101")).isEqualTo(DirectorySystems.HIS_ESTABLISHMENT);
        assertThatThrownBy(() -> FacilitySeed.systemOf("11-1")).hasMessageContaining("11-1");
    }

    @Test
    void aDamagedNameIsFoundAsPrintedAndAsRepaired() {
        assertThat(row("B049").names())
                .extracting(DirectoryName::text)
                .containsExactly("C.S. GUARAMBARÉ", "C.S. GUARAMBAR…");
    }

    @Test
    void aListWithoutTypesIsReadFromTheNamesAndSaysSo() {
        assertThat(row("B001").kind().type()).isEqualTo(new FacilityType("USF", "Unidad de Salud de la Familia", true));
        assertThat(row("B049").kind().type()).isEqualTo(new FacilityType("CS", "Centro de Salud", true));
    }

    @Test
    void whatAListDoesNotSayIsNotGuessed() {
        assertThat(row("B001").kind().ownership()).isNull();
        assertThat(row("B236").site()).isEqualTo(new FacilitySite(null, null, null, null));
    }

    @Test
    void privateAndSocialSecurityAreReadFromWhatIsPrinted() {
        assertThat(ALL.stream()
                        .filter(facility -> facility.kind().ownership() != null)
                        .collect(Collectors.groupingBy(f -> f.kind().ownership(), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Ownership.PUBLIC, 218L, Ownership.SOCIAL_SECURITY, 4L, Ownership.PRIVATE, 2L));
    }

    private static Facility row(String seedId) {
        var id = FacilitySeed.idOf(FacilityList.valueOf(seedId.substring(0, 1)), seedId);
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
