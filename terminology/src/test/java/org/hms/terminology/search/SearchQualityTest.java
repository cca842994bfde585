package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Floors under what was measured; they only rise. The queries come from the same people and the same lexicon as the
 * search, so the figures are an upper bound of what real patients' words will give.
 */
class SearchQualityTest {
    private static TermIndex index;

    @BeforeAll
    static void readLexicon() {
        index = TermIndex.of(
                new ConceptBook(LexiconLoader.read(SharedData.lexicon()).concepts()));
    }

    @Test
    void theQueriesThatWereTunedOnFindWhatIsMeant() {
        var queries =
                QuerySet.read().stream().filter(query -> !query.isHeldOut()).toList();

        var quality = QuerySet.measure(index, queries);

        assertThat(quality.queries()).isGreaterThan(100);
        assertThat(quality.hitAt1()).as("hit@1, missed: %s", quality.missed()).isGreaterThanOrEqualTo(0.98);
        assertThat(quality.hitAt5()).as("hit@5").isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theQueriesThatWereHeldOutFindWhatIsMeant() {
        var queries =
                QuerySet.read().stream().filter(QuerySet.Expected::isHeldOut).toList();

        var quality = QuerySet.measure(index, queries);

        assertThat(quality.queries()).isGreaterThan(50);
        assertThat(quality.hitAt1()).as("hit@1").isGreaterThanOrEqualTo(0.96);
        assertThat(quality.hitAt5()).as("hit@5").isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void whatPatientsAndCodersSayFindsWhatIsMeant() {
        assertFloors("spoken-queries.csv", 300, 0.985, 0.99);
    }

    /** In two sets, each first asked when the search was done: 88 of 100 came first, 92 among five. Some words are in no lexicon. */
    @Test
    void whatWasWrittenDownLastFindsWhatIsMeant() {
        assertFloors("unseen-queries.csv", 200, 0.9, 0.92);
    }

    /** Three sets, each written before the search was asked: 91, 81 and 83 of 100 came first. Paraphrases were added since. */
    @Test
    void whatIsSaidAtHomeFindsWhatIsMeant() {
        assertFloors("colloquial-queries.csv", 400, 0.95, 0.96);
    }

    /**
     * 240 queries whose writer knew neither the search nor its paraphrases: 71 of 100 came first. With paraphrases whose writers
     * knew none of these queries 83 did; then Spanish words with Guaraní endings were read. Of 170 more, written likewise and asked
     * when all was done, 86.
     */
    @Test
    void whatOthersWroteFindsWhatIsMeant() {
        assertFloors("independent-queries.csv", 400, 0.83, 0.89);
    }

    /** 258 queries written from the lexicon before the search was asked: 83 of 100 came first. Even numbers are held out. */
    @Test
    void whatIsTypedInTheFieldFindsWhatIsMeant() {
        var queries = QuerySet.read("field-queries.csv");
        var tuned = queries.stream().filter(query -> query.number() % 2 == 1).toList();
        var heldOut = queries.stream().filter(query -> query.number() % 2 == 0).toList();

        assertThat(QuerySet.measure(index, tuned).hitAt1()).as("tuned on").isGreaterThanOrEqualTo(0.89);
        assertThat(QuerySet.measure(index, heldOut).hitAt1()).as("held out").isGreaterThanOrEqualTo(0.87);
        assertThat(QuerySet.measure(index, heldOut).hitAt5())
                .as("held out, five")
                .isGreaterThanOrEqualTo(0.9);
    }

    private static void assertFloors(String file, int atLeast, double first, double firstFive) {
        var queries = QuerySet.read(file);
        assertThat(queries).hasSizeGreaterThan(atLeast);
        for (var asked : List.of(queries, QuerySet.inNoLanguage(queries))) {
            var quality = QuerySet.measure(index, asked);
            assertThat(quality.hitAt1())
                    .as("hit@1, missed: %s", quality.missed())
                    .isGreaterThanOrEqualTo(first);
            assertThat(quality.hitAt5()).as("hit@5").isGreaterThanOrEqualTo(firstFive);
        }
    }
}
