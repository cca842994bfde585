package org.hms.registry.codes.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hms.terminology.search.TermMatch;
import org.hms.terminology.translate.TranslatedCode;

/**
 * What was curated, whole, as an extension: the relation (SKOS), where an equivalence may say less; justification (SSSOM),
 * confidence, author, source, review; for words also how they were understood.
 */
final class MappingEvidenceExtension {
    private static final int SCORE_DIGITS = 4;

    private MappingEvidenceExtension() {}

    static Extension of(TranslatedCode translated) {
        var evidence = translated.evidence();
        var extension = new Extension(Canonicals.EVIDENCE);
        add(extension, "relation", new CodeType(translated.relation().skosName()));
        add(extension, "justification", new CodeType(evidence.justification()));
        add(extension, "confidence", new CodeType(evidence.confidence().word()));
        add(extension, "author", new StringType(evidence.author()));
        add(extension, "source", new StringType(evidence.source()));
        if (evidence.comment() != null) {
            add(extension, "comment", new StringType(evidence.comment()));
        }
        var review = evidence.review();
        if (review != null) {
            add(extension, "reviewer", new StringType(review.reviewer()));
            add(extension, "reviewed", new DateType(review.date().toString()));
            add(extension, "tool", new StringType(review.tool()));
        }
        if (translated.referOrConfirm()) {
            add(extension, "referOrConfirm", new BooleanType(true));
        }
        var matched = translated.matched();
        if (matched != null) {
            addMatch(extension, translated, matched);
        }
        return extension;
    }

    private static void addMatch(Extension extension, TranslatedCode translated, TermMatch matched) {
        add(extension, "concept", TerminologyMapping.toCoding(translated.source()));
        add(
                extension,
                "score",
                new DecimalType(BigDecimal.valueOf(translated.score()).setScale(SCORE_DIGITS, RoundingMode.HALF_UP)));
        add(extension, "matchedText", new StringType(matched.text()));
        add(extension, "matchedKind", new CodeType(matched.kind().word()));
    }

    private static void add(Extension extension, String name, Type value) {
        if (!value.isEmpty()) {
            extension.addExtension(name, value);
        }
    }
}
