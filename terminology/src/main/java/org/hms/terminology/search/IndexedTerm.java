package org.hms.terminology.search;

import java.util.List;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.language.Orthography;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.SentenceReader;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.Word;

/**
 * One designation as it is looked up: run together in strict and folded form, and its telling words. Bound forms of some
 * languages carry a hyphen, which is no letter.
 */
record IndexedTerm(
        int ordinal,
        String headId,
        Concept concept,
        Designation designation,
        String strictCompact,
        String compact,
        List<String> words) {

    static IndexedTerm of(int ordinal, String headId, Concept concept, Designation designation) {
        var sentence = SentenceReader.read(designation.text());
        var strict = new StringBuilder();
        sentence.words().forEach(word -> strict.append(word.strict()));
        return new IndexedTerm(
                ordinal,
                headId,
                concept,
                designation,
                strict.toString(),
                SentenceReader.compact(sentence),
                words(designation, sentence));
    }

    boolean isWrittenApart() {
        return designation.text().strip().contains(" ");
    }

    private static List<String> words(Designation designation, Sentence sentence) {
        return designation.language().startsWith("es")
                ? SpanishFolding.words(Orthography.strict(designation.text()))
                : sentence.telling().stream().map(Word::folded).toList();
    }
}
