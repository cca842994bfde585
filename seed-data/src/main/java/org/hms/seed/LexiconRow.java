package org.hms.seed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A health concept as one language names it. It is a candidate until a speaker and a clinician have reviewed it, and
 * its confidence says how well the word is attested, not how well the code fits.
 *
 * @param sameAs the Guaraní concept this one equals, where another language names it
 * @param evidence which dictionaries and corpora attest the word
 */
public record LexiconRow(
        String conceptId,
        String language,
        String preferredTerm,
        List<String> alternativeTerms,
        String spanishGloss,
        String definition,
        String category,
        @Nullable MappedCode icd10,
        @Nullable MappedCode icd11,
        @Nullable MappedCode snomed,
        @Nullable String snomedProvenance,
        String evidence,
        String confidence,
        @Nullable String sameAs,
        @Nullable String notes) {

    /** A code of a classification and what it is to the concept: {@code broad} says that the code is the broader one. */
    public record MappedCode(String code, String relation) {}

    public LexiconRow {
        alternativeTerms = List.copyOf(alternativeTerms);
    }

    static LexiconRow of(CsvRow row) {
        return new LexiconRow(
                row.text("concept_id"),
                row.text("language"),
                row.text("preferred_term"),
                split(row.text("alt_terms")),
                row.text("spanish_gloss"),
                row.text("definition_es"),
                row.text("category"),
                mapped(row, "icd10"),
                mapped(row, "icd11"),
                mapped(row, "snomed"),
                row.optional("snomed_provenance"),
                row.text("evidence_source"),
                row.text("confidence"),
                row.optional("same_as"),
                row.optional("notes"));
    }

    private static List<String> split(String terms) {
        return List.of(terms.split(";")).stream()
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static @Nullable MappedCode mapped(CsvRow row, String system) {
        var code = row.optional(system + "_code");
        return code == null ? null : new MappedCode(code, row.text(system + "_relation"));
    }
}
