package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.hms.terminology.SharedData;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ParaphrasesTest {
    private static TermIndex index;

    @BeforeAll
    static void readLexicon() {
        index = TermIndex.of(
                new ConceptBook(LexiconLoader.read(SharedData.lexicon()).concepts()));
    }

    @Test
    void eachLeadsToALabelOfTheLexicon() {
        assertThat(Paraphrases.read().labels())
                .allSatisfy(label ->
                        assertThat(index.fields().withCompact(label)).as(label).isNotEmpty());
    }

    @Test
    void theClinicsGreekSaysWhyItWasFound() {
        var hit = index.search(TermQuery.of("epistaxis", 1).in("es")).getFirst();

        assertThat(hit.conceptId()).isEqualTo("GN0167");
        assertThat(hit.matched().kind()).isEqualTo(MatchKind.SYNONYM);
        assertThat(hit.matched().field()).isEqualTo("spoken");
        assertThat(hit.matched().text()).isEqualTo("sangrado de nariz");
    }

    @Test
    void lackingIsNotDenied() {
        var hit = index.search(TermQuery.of("ndovy'ái", 1).in("gn")).getFirst();

        assertThat(hit.conceptId()).isEqualTo("GN0235");
        assertThat(hit.matched().negated()).isFalse();
    }
}
