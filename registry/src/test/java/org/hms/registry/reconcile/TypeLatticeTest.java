package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.hms.registry.reconcile.Levels.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeLatticeTest {

    @ParameterizedTest
    @CsvSource({
        "HD, HD, SAME",
        "HMI, HG, UPGRADED",
        "HD, HMI, UPGRADED",
        "HR, HG, UPGRADED",
        "HMI, HGMI, UPGRADED",
        "HD, HGMI, UPGRADED",
        "PS, USF, UPGRADED",
        "DI, CS, UPGRADED",
        "CS, HD, UPGRADED",
        "PS, HG, ELSE",
        "USF, HD, ELSE",
        "H, HE, KINDRED",
        "HR, HMI, KINDRED",
        "USF, IPS, ELSE",
        "LAB, HG, ELSE",
    })
    void whatATypeMayHaveBecomeStandsInTheLattice(String one, String other, Type type) {
        assertThat(TypeLattice.compare(Set.of(one), Set.of(other))).isEqualTo(type);
        assertThat(TypeLattice.compare(Set.of(other), Set.of(one))).isEqualTo(type);
    }
}
