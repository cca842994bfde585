package org.hms.terminology.conceptmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hms.terminology.conceptmap.MapGroup.Unmapped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapTranslatorTest {
    private static final String HERE = "http://example.org/here";
    private static final String THERE = "http://example.org/there";

    /** Every word that R4 has, kept as it was curated. */
    @ParameterizedTest
    @ValueSource(
            strings = {"relatedto", "equivalent", "equal", "wider", "subsumes", "narrower", "specializes", "inexact"})
    void anEquivalenceIsAnsweredAsItWasCurated(String equivalence) {
        var matches = translate(map(null, mapping("a", "x", equivalence)), question("a", false));

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.equivalence()).isEqualTo(equivalence);
            assertThat(match.isTranslation()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "wider, narrower",
        "narrower, wider",
        "subsumes, specializes",
        "specializes, subsumes",
        "equivalent, equivalent",
        "inexact, inexact"
    })
    void backwardsWiderIsNarrower(String equivalence, String turned) {
        var matches = translate(map(null, mapping("a", "x", equivalence)), question("x", true));

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.equivalence()).isEqualTo(turned);
            assertThat(match.source().code()).isEqualTo("a");
        });
    }

    @ParameterizedTest
    @CsvSource({"unmatched,", "disjoint, x", "unmatched, x"})
    void whatIsUnmatchedOrDisjointIsSaidAndIsNoTranslation(String equivalence, @Nullable String target) {
        var matches = translate(map(null, mapping("a", target, equivalence)), question("a", false));

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.equivalence()).isEqualTo(equivalence);
            assertThat(match.isTranslation()).isFalse();
        });
    }

    @Test
    void aCodeWithoutAMappingIsAnsweredAsTheMapSays() {
        assertThat(translate(map(null), question("b", false))).isEmpty();
        assertThat(translate(map(new Unmapped("provided", null, null, null)), question("b", false)))
                .singleElement()
                .extracting(
                        match -> match.target() == null ? "" : match.target().code())
                .isEqualTo("b");
        assertThat(translate(map(new Unmapped("fixed", "other", "Other", null)), question("b", false)))
                .singleElement()
                .extracting(MapMatch::equivalence)
                .isEqualTo("inexact");
    }

    @Test
    void mapsThatSendToEachOtherEnd() {
        var one = named("http://example.org/1", new Unmapped("other-map", null, null, "http://example.org/2"));
        var two = named("http://example.org/2", new Unmapped("other-map", null, null, "http://example.org/1"));

        assertThat(new MapTranslator(List.of(one, two)).translate(List.of(one), question("b", false)))
                .isEmpty();
    }

    @Test
    void twoMappingsAreNotChained() {
        var here = map(null, mapping("a", "x", "equivalent"));
        var back = new ConceptMapDefinition(
                "http://example.org/back",
                null,
                null,
                null,
                List.of(new MapGroup(
                        THERE,
                        null,
                        "http://example.org/third",
                        null,
                        null,
                        MapTable.of(List.of(mapping("x", "z", "equivalent"))))));

        assertThat(new MapTranslator(List.of(here, back)).translate(List.of(here, back), question("a", false)))
                .hasSize(1);
    }

    @Test
    void aMappingHoldsWhereItsConditionDoes() {
        var conditional = new MapTarget(
                "a",
                null,
                "x",
                null,
                "equivalent",
                null,
                List.of(new MapTarget.Attribute("sex", null, "female", null)),
                List.of());
        var female = new MapQuestion(
                HERE, null, "a", null, null, false, List.of(new MapTarget.Attribute("sex", null, "female", null)));
        var male = new MapQuestion(
                HERE, null, "a", null, null, false, List.of(new MapTarget.Attribute("sex", null, "male", null)));

        assertThat(translate(map(null, conditional), female)).hasSize(1);
        assertThat(translate(map(null, conditional), male)).isEmpty();
    }

    private static List<MapMatch> translate(ConceptMapDefinition map, MapQuestion question) {
        return new MapTranslator(List.of(map)).translate(List.of(map), question);
    }

    private static MapQuestion question(String code, boolean backwards) {
        return new MapQuestion(backwards ? THERE : HERE, null, code, null, null, backwards, List.of());
    }

    private static ConceptMapDefinition map(@Nullable Unmapped unmapped, MapTarget... mappings) {
        return new ConceptMapDefinition(
                "http://example.org/map",
                "1",
                null,
                null,
                List.of(new MapGroup(HERE, null, THERE, null, unmapped, MapTable.of(List.of(mappings)))));
    }

    private static ConceptMapDefinition named(String url, Unmapped unmapped) {
        return new ConceptMapDefinition(
                url,
                null,
                null,
                null,
                List.of(new MapGroup(HERE, null, THERE, null, unmapped, MapTable.of(List.of()))));
    }

    private static MapTarget mapping(String source, @Nullable String target, String equivalence) {
        return new MapTarget(source, null, target, null, equivalence, null, List.of(), List.of());
    }
}
