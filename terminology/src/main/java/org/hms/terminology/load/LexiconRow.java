package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.rdf.Finding;
import org.jspecify.annotations.Nullable;

/** One row of the lexicon on its way to a concept. */
final class LexiconRow {
    private static final String AUTHOR = "Guaraní health lexicon";
    private static final Pattern GLOSS_PARTS = Pattern.compile("[;,]");
    private static final Map<String, String> REPLACED_LANGUAGE_TAGS = Map.of("sap", "spn");
    private static final Map<String, String> SYSTEMS = Map.of(
            "icd10", SystemUri.ICD_10,
            "icd11", SystemUri.ICD_11,
            "snomed", SystemUri.SNOMED_CT);

    private final NamedCsvRecord row;
    private final List<Finding> findings;
    private final List<Finding> adjustments;
    private final String id;

    LexiconRow(NamedCsvRecord row, List<Finding> findings, List<Finding> adjustments) {
        this.row = row;
        this.findings = findings;
        this.adjustments = adjustments;
        this.id = field("concept_id");
    }

    Optional<Concept> toConcept() {
        var confidence = Confidence.ofWord(field("confidence"));
        if (confidence.isEmpty()) {
            return refuse("confidence", "The confidence is high, medium or low");
        }
        if (id.isEmpty()) {
            return refuse("concept_id", "A concept has an id");
        }
        if (field("preferred_term").isEmpty() || field("language").isEmpty()) {
            return refuse("preferred_term", "A concept has a preferred term in a language");
        }
        var mappings = new ArrayList<ConceptMapping>();
        for (var system : List.of("icd10", "icd11", "snomed")) {
            readMapping(system, confidence.get()).ifPresent(mappings::add);
        }
        return Optional.of(new Concept(
                id,
                field("category"),
                optional("definition_es"),
                designations(),
                mappings,
                new Provenance(field("evidence_source"), confidence.get(), ReviewStatus.CANDIDATE, optional("notes")),
                optional("same_as")));
    }

    private List<Designation> designations() {
        var language = REPLACED_LANGUAGE_TAGS.getOrDefault(field("language"), field("language"));
        var designations = new ArrayList<Designation>();
        designations.add(Designation.of(language, DesignationUse.PREFERRED, field("preferred_term")));
        var alternatives = new LinkedHashSet<>(parts(field("alt_terms"), Pattern.compile(";")));
        alternatives.remove(field("preferred_term"));
        alternatives.forEach(text -> designations.add(Designation.of(language, DesignationUse.ALTERNATIVE, text)));
        var gloss = field("spanish_gloss");
        if (!gloss.isEmpty() && !language.startsWith("es")) {
            designations.add(new Designation("es", DesignationUse.PREFERRED, "gloss", null, gloss));
            var words = new LinkedHashSet<>(parts(gloss, GLOSS_PARTS));
            words.remove(gloss);
            words.forEach(
                    text -> designations.add(new Designation("es", DesignationUse.ALTERNATIVE, "gloss", null, text)));
        }
        return designations;
    }

    private Optional<ConceptMapping> readMapping(String system, Confidence confidence) {
        var code = field(system + "_code");
        var word = field(system + "_relation");
        if (code.isEmpty() && word.isEmpty()) {
            return Optional.empty();
        }
        var stated = MappingRelation.ofWord(word);
        if (code.isEmpty() || stated.isEmpty()) {
            return refuse(system + "_relation", "A mapping has a code and one of the known relations");
        }
        var evidence = new MappingEvidence(
                MappingEvidence.MANUAL_CURATION, AUTHOR, field("evidence_source"), confidence, null);
        var relation = field("category").equals(Concept.FOLK_ILLNESS)
                ? stated.get().atMost(MappingRelation.RELATED)
                : stated.get();
        if (relation != stated.get()) {
            var why = "The file says " + word + "; no code is a folk illness's own, so it is kept as related";
            adjustments.add(new Finding(id, system + "_relation", why));
            evidence = evidence.withComment(why);
        }
        return Optional.of(
                new ConceptMapping(id, Coding.of(SYSTEMS.getOrDefault(system, system), code), relation, evidence));
    }

    private <T> Optional<T> refuse(String column, String message) {
        var focus = id.isEmpty() ? "line " + row.getStartingLineNumber() : id;
        findings.add(new Finding(focus, column, message));
        return Optional.empty();
    }

    private static List<String> parts(String joined, Pattern separator) {
        return separator
                .splitAsStream(joined)
                .map(String::strip)
                .filter(part -> part.length() > 1)
                .toList();
    }

    private @Nullable String optional(String column) {
        var value = field(column);
        return value.isEmpty() ? null : value;
    }

    private String field(String column) {
        return row.findField(column).map(String::strip).orElse("");
    }
}
