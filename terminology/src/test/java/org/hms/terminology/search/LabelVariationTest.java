package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.language.Orthography;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every label of the lexicon in every habit of writing: its concept comes first in at least 99 of 100, asked in the label's
 * language and in none. Where two concepts have the very same label, or what was typed is another's label as it stands
 * (stress aside), either may come first.
 */
class LabelVariationTest {
    private static ConceptBook book;
    private static TermIndex index;
    private static Map<String, Set<String>> written;

    private record Label(String text, String language, String headId) {}

    @BeforeAll
    static void readLexicon() {
        book = new ConceptBook(LexiconLoader.read(SharedData.lexicon()).concepts());
        index = TermIndex.of(book);
        written = heads(new Variation("as written", Variation.Scope.ALL, text -> text));
    }

    static List<Variation> variations() {
        return Variation.all();
    }

    @ParameterizedTest
    @MethodSource("variations")
    void theLabelsConceptComesFirst(Variation variation) {
        var labels = labels(variation);
        var same = heads(variation);

        assertThat(labels).as(variation.name()).isNotEmpty();
        for (var asked : List.of(true, false)) {
            var missed = new ArrayList<String>();
            for (var label : labels) {
                var query = TermQuery.of(label.text(), 1).in(asked ? label.language() : null);
                var found = index.search(query).stream().map(TermHit::conceptId).toList();
                if (found.isEmpty() || !isMeant(found.getFirst(), label.text(), same)) {
                    missed.add(label.headId() + " " + label.text());
                }
            }
            var share = 1 - (double) missed.size() / labels.size();
            assertThat(share)
                    .as("%s, %d labels, language %s: missed %s", variation, labels.size(), asked, missed)
                    .isGreaterThanOrEqualTo(variation.floor());
        }
    }

    private static boolean isMeant(String found, String typed, Map<String, Set<String>> same) {
        var key = Orthography.strict(typed);
        return same.getOrDefault(key, Set.of()).contains(found)
                || written.getOrDefault(key, Set.of()).contains(found);
    }

    /** The labels that this habit touches, as they are then typed. */
    private static List<Label> labels(Variation variation) {
        var labels = new ArrayList<Label>();
        for (var concept : book.concepts()) {
            for (var designation : concept.designations()) {
                var typed = variation.of(designation.text());
                var isTouched =
                        !typed.equals(designation.text()) || variation.name().equals("as written");
                if (isTouched && variation.scope().takes(designation, concept.category())) {
                    labels.add(new Label(typed, designation.language(), book.headOf(concept)));
                }
            }
        }
        return labels;
    }

    private static Map<String, Set<String>> heads(Variation variation) {
        var heads = new HashMap<String, Set<String>>();
        for (var concept : book.concepts()) {
            for (var designation : concept.designations()) {
                heads.computeIfAbsent(Orthography.strict(variation.of(designation.text())), _ -> new HashSet<>())
                        .add(book.headOf(concept));
            }
        }
        return heads;
    }
}
