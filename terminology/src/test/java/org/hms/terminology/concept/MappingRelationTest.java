package org.hms.terminology.concept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingRelationTest {

    @ParameterizedTest
    @EnumSource(MappingRelation.class)
    void aRelationSurvivesTheWayToFhirAndBack(MappingRelation relation) {
        assertThat(MappingRelation.ofFhirEquivalence(relation.fhirEquivalence()))
                .contains(relation);
    }

    @ParameterizedTest
    @EnumSource(MappingRelation.class)
    void turningARelationRoundTwiceChangesNothing(MappingRelation relation) {
        assertThat(relation.inverse().inverse()).isEqualTo(relation);
    }

    @Test
    void aBroaderTargetIsWiderInFhir() {
        assertThat(MappingRelation.BROAD.fhirEquivalence()).isEqualTo("wider");
        assertThat(MappingRelation.BROAD.sssomPredicate()).isEqualTo("skos:broadMatch");
    }

    @Test
    void aLimitWeakensButNeverStrengthens() {
        assertThat(MappingRelation.EXACT.atMost(MappingRelation.RELATED)).isEqualTo(MappingRelation.RELATED);
        assertThat(MappingRelation.RELATED.atMost(MappingRelation.EXACT)).isEqualTo(MappingRelation.RELATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disjoint", "", "EXACT"})
    void whatIsNoEquivalenceIsNotRead(String code) {
        assertThat(MappingRelation.ofFhirEquivalence(code)).isEmpty();
    }
}
