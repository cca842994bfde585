package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermSearchTest {
    private static final Duration WITHOUT_HANGING = Duration.ofSeconds(30);
    private static TermIndex index;

    @BeforeAll
    static void readLexicon() {
        index = TermIndex.of(
                new ConceptBook(LexiconLoader.read(SharedData.lexicon()).concepts()));
    }

    @Test
    void cheAkanunduIsFever() {
        var hit = search("che akanundu").getFirst();

        assertThat(hit.conceptId()).isEqualTo("GN0089");
        assertThat(hit.preferredTerm()).isEqualTo("akãnundu");
        assertThat(hit.language()).isEqualTo("gn");
        assertThat(hit.score()).isBetween(0.9, 1.0);
        assertThat(hit.matched().kind()).isEqualTo(MatchKind.EXACT);
        assertThat(hit.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(hit.reviewStatus()).isEqualTo(ReviewStatus.CANDIDATE);
        assertThat(hit.referOrConfirm()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ojequema, GN0160",
        "oñevacunáta, GN0277",
        "iplacenta, GN0061",
        "ipulmonia, GN0273",
        "oñemareáma, GN0091",
    })
    void aSpanishWordThatGuaraniInflectsIsRead(String said, String concept) {
        assertThat(index.search(TermQuery.of(said, 5)).getFirst().conceptId()).isEqualTo(concept);
    }

    @Test
    void onlyTheWantedSystemsCodesAreGiven() {
        var hit = index.search(TermQuery.of("akãnundu", 1).in("gn").towards("icd-10"))
                .getFirst();

        assertThat(hit.mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.target().system()).isEqualTo(SystemUri.ICD_10);
            assertThat(mapping.target().code()).isEqualTo("R50.9");
            assertThat(mapping.target().display()).isNull();
            assertThat(mapping.relation()).isEqualTo(MappingRelation.CLOSE);
        });
    }

    @Test
    void aSentenceWithTwoComplaintsFindsBoth() {
        assertThat(ids("che akanundu ha hasy che akã")).contains("GN0089", "GN0090");
    }

    @Test
    void whatHurtsIsJoinedWithThePain() {
        var hit = search("hasy cheve che rumby").getFirst();

        assertThat(hit.conceptId()).isEqualTo("GN0142");
        assertThat(hit.matched().kind()).isEqualTo(MatchKind.COMPOUND);
        assertThat(hit.matched().words()).containsExactly("hasy", "rumby");
    }

    @Test
    void aDeniedComplaintIsFoundAndFlagged() {
        assertThat(search("ndahasýi che akã").getFirst().matched().negated()).isTrue();
        assertThat(search("no tengo fiebre").getFirst().matched().negated()).isTrue();
        assertThat(search("ndokaruséi").getFirst().matched().negated()).isFalse();
        assertThat(search("hasy che akã").getFirst().matched().negated()).isFalse();
    }

    @Test
    void childlessIsNotChild() {
        assertThat(ids("memby'ỹ")).startsWith("GN0259");
        assertThat(ids("che memby hasy")).doesNotContain("GN0259");
    }

    @Test
    void navelAndPregnantMeetFoldedButTheWordTypedComesFirst() {
        assertThat(ids("puruʼã")).startsWith("GN0052").contains("GN0249");
        assertThat(ids("puruʼa")).startsWith("GN0249").contains("GN0052");
    }

    @Test
    void anAmbiguousWordSaysThatItIs() {
        assertThat(search("tye")).extracting(hit -> hit.matched().ambiguous()).containsOnly(true);
        assertThat(ids("tye")).contains("GN0050", "GN0126");
        assertThat(search("huguy pochy")).isEmpty();
    }

    @Test
    void aFolkIllnessCarriesNoCodeOfItsOwn() {
        for (var words : List.of("kambyryru jere", "ohéo", "empacho", "culebrilla", "isípula", "ka'u ko'ẽ")) {
            var hit = search(words).getFirst();
            assertThat(hit.referOrConfirm()).as(words).isTrue();
            assertThat(hit.mappings())
                    .as(words)
                    .allMatch(mapping -> mapping.relation().compareTo(MappingRelation.RELATED) >= 0);
        }
    }

    @Test
    void aMbyaWordFindsTheMappingsOfTheGuaraniConcept() {
        var hit = index.search(TermQuery.of("esa", 5).in("gun")).getFirst();

        assertThat(hit.conceptId()).isEqualTo("GN0007");
        assertThat(hit.language()).isEqualTo("gun");
        assertThat(hit.matched().conceptId()).startsWith("GUN");
        assertThat(hit.mappings()).isNotEmpty();
    }

    @Test
    void theTermIsShownInTheLanguageAskedFor() {
        assertThat(index.search(TermQuery.of("akãnundu", 1).in("es")).getFirst().preferredTerm())
                .isEqualTo("fiebre");
        assertThat(index.search(TermQuery.of("fiebre", 1).in("gug")).getFirst().preferredTerm())
                .isEqualTo("akãnundu");
    }

    @Test
    void scoresFallAndStayBetweenNoughtAndOne() {
        for (var query : QuerySet.read()) {
            var scores = search(query.text()).stream().map(TermHit::score).toList();
            assertThat(scores).isSortedAccordingTo((left, right) -> Double.compare(right, left));
            assertThat(scores).allMatch(score -> score > 0 && score <= 1);
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextDoesNotHangTheSearch(String text) {
        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        WITHOUT_HANGING,
                        () -> index.search(TermQuery.of(text, 100).in("gn"))))
                .doesNotThrowAnyException();
    }

    static List<String> hostileTexts() {
        return List.of(
                "akanundu ".repeat(1_200),
                "a".repeat(10_000),
                "\u0303".repeat(10_000),
                "a" + "\u0303\u0302".repeat(5_000),
                "'".repeat(10_000),
                ".*(a+)+$[^x]{1,9999}\\p{L}",
                "?~*:\"()[]{}^/\\&&||!AND OR NOT",
                "che ".repeat(2_500),
                "nandepende".repeat(1_000),
                "hasy che akã ".repeat(800),
                "\uD83E\uDD12".repeat(2_500),
                "\uD800\uDC00\uD800",
                " \t\n\u0000\u200B",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0303\u0303\u0303", "...", "\uD83E\uDD12", "", "   "})
    void whatHasNoLettersFindsNothing(String text) {
        assertThat(search(text)).isEmpty();
    }

    private static List<TermHit> search(String text) {
        return index.search(TermQuery.of(text, 5).in("gn"));
    }

    private static List<String> ids(String text) {
        return search(text).stream().map(TermHit::conceptId).toList();
    }
}
