package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TerritorySeedTest {

    private static final List<Jurisdiction> ALL = TerritorySeed.jurisdictions();

    @Test
    void theCountryIsThereWhole() {
        assertThat(ALL.stream().collect(Collectors.groupingBy(Jurisdiction::level, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        JurisdictionLevel.COUNTRY, 1L,
                        JurisdictionLevel.HEALTH_REGION, 18L,
                        JurisdictionLevel.DEPARTMENT, 18L,
                        JurisdictionLevel.DISTRICT, 263L,
                        JurisdictionLevel.LOCALITY, 8_960L));
    }

    @Test
    void everyJurisdictionComesAfterTheOneItIsAPartOf() {
        var seen = new HashSet<String>();
        for (var jurisdiction : ALL) {
            assertThat(jurisdiction.parent() == null || seen.contains(jurisdiction.parent()))
                    .as(jurisdiction.id())
                    .isTrue();
            assertThat(seen.add(jurisdiction.id())).as(jurisdiction.id()).isTrue();
        }
    }

    @Test
    void ineAndIsoNumberTwoDepartmentsTheOtherWayRound() {
        assertThat(isoCode("py-dep-16")).isEqualTo("PY-19");
        assertThat(isoCode("py-dep-17")).isEqualTo("PY-16");
    }

    @Test
    void idsAreMadeOfTheCodesEveryoneUses() {
        assertThat(ALL)
                .extracting(Jurisdiction::id)
                .contains("py", "py-dep-01", "py-dis-0101", "py-rs-18", "py-loc-0000001");
    }

    private static String isoCode(String id) {
        return ALL.stream()
                .filter(jurisdiction -> jurisdiction.id().equals(id))
                .flatMap(jurisdiction -> jurisdiction.identifiers().stream())
                .filter(identifier -> identifier.system().equals(DirectorySystems.ISO_SUBDIVISION))
                .map(DirectoryIdentifier::value)
                .findFirst()
                .orElseThrow();
    }
}
