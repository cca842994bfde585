package org.hms.terminology.search;

import java.util.List;
import java.util.stream.Stream;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.language.KeyboardVowels;
import org.hms.terminology.language.LegacySpelling;
import org.hms.terminology.language.Orthography;
import org.hms.terminology.language.PhoneticKey;
import org.hms.terminology.language.SentenceReader;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.SpanishRoots;
import org.hms.terminology.language.Word;

/**
 * One designation, or another form it has, as it is looked up: run together in strict and folded form, as it was spelt
 * before, with its vowels as a plain keyboard has them, as it sounds, and its telling words. Bound forms of some languages carry a hyphen, which is no letter.
 */
record IndexedTerm(
        String headId,
        Concept concept,
        Designation designation,
        String strictCompact,
        String compact,
        String legacy,
        String vowels,
        String sound,
        List<String> words,
        boolean writtenApart) {

    /** Set before the root of a Spanish word, so that it meets no word of another language. */
    private static final String SPANISH = "*";

    static List<IndexedTerm> allOf(String headId, Concept concept, Designation designation) {
        return LabelForms.of(designation).stream()
                .map(form -> of(headId, concept, designation, form))
                .toList();
    }

    static String spanish(String root) {
        return SPANISH + root;
    }

    boolean isSpanish() {
        return designation.language().startsWith("es");
    }

    private static IndexedTerm of(String headId, Concept concept, Designation designation, String form) {
        var sentence = SentenceReader.read(form);
        var strict = new StringBuilder();
        sentence.words().forEach(word -> strict.append(word.strict()));
        var compact = SentenceReader.compact(sentence);
        var words = designation.language().startsWith("es")
                ? spanishWords(form)
                : sentence.telling().stream().map(Word::folded);
        return new IndexedTerm(
                headId,
                concept,
                designation,
                strict.toString(),
                compact,
                LegacySpelling.modern(compact),
                KeyboardVowels.plain(compact),
                PhoneticKey.of(compact),
                words.toList(),
                form.strip().contains(" "));
    }

    private static Stream<String> spanishWords(String form) {
        return SpanishFolding.words(Orthography.strict(form)).stream().map(word -> spanish(SpanishRoots.root(word)));
    }
}
