package org.hms.terminology.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.terminology.compile.SampleSystems.concept;

import java.util.List;
import java.util.Map;
import org.hms.terminology.issue.TerminologyProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

class DefinedContentTest {
    private final DefinedContent animals = SampleSystems.animals();

    @ParameterizedTest
    @CsvSource({
        "concept, is-a, vertebrate, 'vertebrate,bird,dodo,mammal,cow'",
        "concept, descendent-of, bird, dodo",
        "concept, child-of, vertebrate, 'bird,mammal'",
        "concept, descendent-leaf, vertebrate, 'dodo,cow'",
        "concept, generalizes, dodo, 'vertebrate,bird,dodo'",
        "concept, is-not-a, vertebrate, worm",
        "concept, in, 'cow, worm,unicorn', 'cow,worm'",
        "concept, not-in, 'vertebrate,bird,dodo,mammal,cow', worm",
        "code, regex, '[a-c].*', 'bird,cow'",
        "concept, =, cow, cow",
        "child, exists, false, 'dodo,cow,worm'",
        "parent, =, mammal, cow",
        "legs, =, 4, 'mammal,cow'",
        "legs, in, '0,4', 'mammal,cow,worm'",
        "legs, not-in, '0,4', 'vertebrate,bird,dodo'",
        "legs, exists, false, vertebrate",
        "status, =, retired, dodo",
        "inactive, =, true, dodo",
        "notSelectable, =, true, vertebrate",
        "concept, is-a, unicorn, ''"
    })
    void filtersSelectWhatFhirSaysTheyDo(String property, String operator, String value, String codes) {
        assertThat(selected(property, operator, value))
                .containsExactlyInAnyOrderElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(",")));
    }

    @ParameterizedTest
    @CsvSource({"wings, =, 2", "legs, is-a, 2", "concept, near, cow"})
    void aFilterThatIsNotKnownIsNotGuessed(String property, String operator, String value) {
        assertThat(animals.filter(property, operator, value)).isEmpty();
    }

    @Test
    void aRegularExpressionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> animals.filter("code", "regex", "[a-")).isInstanceOf(TerminologyProblem.class);
    }

    @Test
    void aCodeSubsumesItselfAndAllBeneath() {
        var vertebrate = animals.find("vertebrate");
        var dodo = animals.find("dodo");

        assertThat(animals.subsumes(vertebrate, dodo)).isTrue();
        assertThat(animals.subsumes(dodo, dodo)).isTrue();
        assertThat(animals.subsumes(dodo, vertebrate)).isFalse();
        assertThat(animals.subsumes(animals.find("bird"), animals.find("cow"))).isFalse();
    }

    @Test
    void parentsAreNamedByPropertiesToo() {
        var platypus = SampleSystems.system(
                "http://example.org/odd",
                "1",
                List.of(
                        concept("mammal", Map.of()),
                        concept("layer", Map.of(), concept("platypus", Map.of("subsumedBy", "mammal")))));

        assertThat(platypus.hasManyParents()).isTrue();
        assertThat(platypus.subsumes(platypus.find("mammal"), platypus.find("platypus")))
                .isTrue();
        assertThat(platypus.subsumes(platypus.find("layer"), platypus.find("platypus")))
                .isTrue();
    }

    @Test
    void aCircleOfParentsEndsAllTheSame() {
        var circle = SampleSystems.system(
                "http://example.org/circle",
                "1",
                List.of(
                        concept("a", Map.of("subsumedBy", "b")),
                        concept("b", Map.of("subsumedBy", "c")),
                        concept("c", Map.of("subsumedBy", "a"))));

        assertThat(circle.descendants(circle.find("a")).getCardinality()).isEqualTo(2);
        assertThat(circle.ancestors(circle.find("a")).getCardinality()).isEqualTo(2);
    }

    @Test
    void ofACodeThatStandsTwiceTheFirstCounts() {
        var twice = SampleSystems.system(
                "http://example.org/twice",
                "1",
                List.of(concept("a", Map.of("legs", "1")), concept("a", Map.of("legs", "2"))));

        assertThat(twice.size()).isEqualTo(1);
        assertThat(twice.properties(0))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isEqualTo("1"));
    }

    @Test
    void textsAreFoundByTheBeginningsOfTheirWords() {
        var all = RoaringBitmap.bitmapOfRange(0, animals.size());

        assertThat(animals.search("el co", all)).containsExactly(animals.find("cow"));
        assertThat(animals.search("EL CÓ", all)).containsExactly(animals.find("cow"));
        assertThat(animals.search("ow", all)).isEmpty();
        assertThat(animals.search("co", RoaringBitmap.bitmapOf(animals.find("worm"))))
                .isEmpty();
    }

    private List<String> selected(String property, String operator, String value) {
        return animals.filter(property, operator, value).orElseThrow().stream()
                .mapToObj(animals::code)
                .toList();
    }
}
