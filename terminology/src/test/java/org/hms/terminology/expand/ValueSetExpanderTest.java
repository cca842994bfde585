package org.hms.terminology.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.terminology.compile.SampleSystems.ANIMALS;
import static org.hms.terminology.compile.SampleSystems.filtered;
import static org.hms.terminology.compile.SampleSystems.imported;
import static org.hms.terminology.compile.SampleSystems.listed;
import static org.hms.terminology.compile.SampleSystems.valueSet;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.ask.TerminologyParameters.Page;
import org.hms.terminology.compile.SampleSystems;
import org.hms.terminology.expand.ValueSetExpander.Limits;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.junit.jupiter.api.Test;

class ValueSetExpanderTest {
    private static final ConceptSelection ALL = ConceptSelection.wholeSystem(ANIMALS, null);

    @Test
    void whatStandsUnderEachOtherIsNested() {
        var expansion = expand(valueSet("http://example.org/all", List.of(ALL), List.of()), Page.ALL);

        assertThat(expansion.total()).isEqualTo(6);
        assertThat(expansion.contains()).extracting(ExpandedConcept::code).containsExactly("vertebrate", "worm");
        assertThat(expansion.contains().getFirst().contains())
                .extracting(ExpandedConcept::code)
                .containsExactly("bird", "mammal");
        assertThat(expansion.contains().getFirst().isAbstract()).isTrue();
    }

    @Test
    void aPageIsFlatAndSaysHowManyThereAre() {
        var expansion = expand(valueSet("http://example.org/all", List.of(ALL), List.of()), new Page(null, 1, 2, 0));

        assertThat(expansion.total()).isEqualTo(6);
        assertThat(expansion.contains()).extracting(ExpandedConcept::code).containsExactly("bird", "dodo");
    }

    @Test
    void whatIsExcludedIsOutHoweverItCameIn() {
        var birds = valueSet(
                "http://example.org/birds",
                List.of(filtered(ANIMALS, new ConceptFilter("concept", "is-a", "bird"))),
                List.of());
        var others = valueSet(
                "http://example.org/others",
                List.of(ALL, listed(ANIMALS, "dodo")),
                List.of(imported(String.valueOf(birds.url()))));

        var expansion = expand(others, Page.ALL, birds);

        assertThat(codes(expansion.contains())).containsExactlyInAnyOrder("vertebrate", "mammal", "cow", "worm");
    }

    @Test
    void severalValueSetsOfOneIncludeMustAllHaveTheCode() {
        var two = valueSet("http://example.org/two", List.of(listed(ANIMALS, "cow", "dodo")), List.of());
        var three = valueSet("http://example.org/three", List.of(listed(ANIMALS, "dodo", "worm")), List.of());
        var both = valueSet(
                "http://example.org/both",
                List.of(imported("http://example.org/two", "http://example.org/three|1")),
                List.of());

        assertThat(codes(expand(both, Page.ALL, two, three).contains())).containsExactly("dodo");
    }

    @Test
    void aValueSetWithinItselfIsRefused() {
        var one = valueSet("http://example.org/1", List.of(imported("http://example.org/2")), List.of());
        var two = valueSet("http://example.org/2", List.of(ALL), List.of(imported("http://example.org/1")));

        assertRefused(422, "VALUESET_CIRCULAR_REFERENCE", () -> expand(one, Page.ALL, one, two));
    }

    @Test
    void aChainOfManyValueSetsIsNoCircle() {
        var chain = new ArrayList<ValueSetDefinition>();
        for (var at = 0; at < 200; at++) {
            chain.add(valueSet(
                    "http://example.org/" + at, List.of(imported("http://example.org/" + (at + 1))), List.of()));
        }
        chain.add(valueSet("http://example.org/200", List.of(ALL), List.of()));

        assertThat(expand(chain.getFirst(), Page.ALL, chain.toArray(ValueSetDefinition[]::new))
                        .total())
                .isEqualTo(6);
    }

    @Test
    void moreThanTheLimitIsGivenInPagesOnly() {
        var all = valueSet("http://example.org/all", List.of(ALL), List.of());
        var resolution = SampleSystems.resolution(List.of(SampleSystems.animals()));

        assertRefused(
                422,
                "VALUESET_TOO_COSTLY",
                () -> new ValueSetExpander(resolution, TerminologyParameters.NONE, new Limits(5, 5)).expand(all));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        var unknown = valueSet(
                "http://example.org/x",
                List.of(ConceptSelection.wholeSystem("http://example.org/none", null)),
                List.of());
        var dangling = valueSet("http://example.org/y", List.of(imported("http://example.org/none")), List.of());

        assertRefused(422, "UNKNOWN_CODESYSTEM_EXP", () -> expand(unknown, Page.ALL));
        assertRefused(422, "VS_EXP_IMPORT_UNK", () -> expand(dangling, Page.ALL));
    }

    @Test
    void aBrokenFilterIsRefusedWithItsPlace() {
        var broken = valueSet(
                "http://example.org/x",
                List.of(filtered(ANIMALS, new ConceptFilter("concept", "is-a", null))),
                List.of());

        assertRefused(400, "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE", () -> expand(broken, Page.ALL));
    }

    private static ValueSetExpansion expand(ValueSetDefinition valueSet, Page page, ValueSetDefinition... others) {
        var resolution = SampleSystems.resolution(List.of(SampleSystems.animals()), others);
        return new ValueSetExpander(resolution, TerminologyParameters.NONE.withPage(page), new Limits(1_000, 1_000))
                .expand(valueSet);
    }

    private static List<String> codes(List<ExpandedConcept> contains) {
        var codes = new ArrayList<String>();
        for (var concept : contains) {
            codes.add(concept.code());
            codes.addAll(codes(concept.contains()));
        }
        return codes;
    }

    private static void assertRefused(int status, String message, ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOfSatisfying(TerminologyProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.issues().getFirst().message().id()).isEqualTo(message);
        });
    }
}
