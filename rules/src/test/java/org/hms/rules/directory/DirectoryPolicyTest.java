package org.hms.rules.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirectoryPolicyTest {

    private static final DirectoryPolicy POLICY = new DirectoryPolicy();

    @Test
    void ofAProposalWithoutFaultNothingIsSaid() {
        assertThat(POLICY.findings(facts())).isEmpty();
        assertThat(POLICY.findings(facts("describes"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DIR-01, nameSaysNothing, true",
        "DIR-02, typeMissing, false",
        "DIR-03, districtMissing, true",
        "DIR-04, districtUnknown, true",
        "DIR-05, regionUnknown, true",
        "DIR-06, positionMissing, false",
        "DIR-07, positionOutsideCountry, true",
        "DIR-08, positionFarFromDistrict, false",
        "DIR-09, codeOfAnotherRegion, false",
        "DIR-10, codeTaken, true",
        "DIR-11, changesNothing, true",
        "DIR-12, alreadyInactive, true",
        "DIR-13, alreadyActive, true",
        "DIR-14, rolesEndHere, false",
        "DIR-15, looksLikeAnother, false",
        "DIR-16, hasHeirs, true",
        "DIR-17, remainsButIsClosed, true",
        "DIR-18, sinceTheFuture, true",
    })
    void eachFaultHasItsRuleAndOnlyThat(String rule, String fact, boolean forbids) {
        assertThat(POLICY.findings(facts("describes", fact))).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.forbids()).isEqualTo(forbids);
            assertThat(finding.sentence()).isNotBlank();
        });
    }

    @Test
    void whatIsOutsideTheCountryIsNotAlsoFarFromItsDistrict() {
        assertThat(POLICY.findings(facts("describes", "positionOutsideCountry", "positionFarFromDistrict")))
                .extracting(DirectoryFinding::ruleId)
                .containsExactly("DIR-07");
    }

    /** All components are yes or no; those named are yes. */
    private static ProposalFacts facts(String... yes) {
        var named = Set.of(yes);
        var components = ProposalFacts.class.getRecordComponents();
        try {
            return ProposalFacts.class
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Stream.of(components)
                            .map(component -> (Object) named.contains(component.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
