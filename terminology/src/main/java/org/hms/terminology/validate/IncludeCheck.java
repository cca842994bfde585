package org.hms.terminology.validate;

import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExpression;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.Filters;
import org.hms.terminology.valueset.ConceptReference;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Whether one include or exclude of a value set selects a code. */
final class IncludeCheck {
    private static final String DEPRECATED = "http://hl7.org/fhir/StructureDefinition/valueset-deprecated";

    private final ValueSetDefinition valueSet;
    private final TerminologyParameters parameters;
    private final Remarks remarks;

    IncludeCheck(ValueSetDefinition valueSet, TerminologyParameters parameters, Remarks remarks) {
        this.valueSet = valueSet;
        this.parameters = parameters;
        this.remarks = remarks;
    }

    boolean includes(ConceptSelection include, CodeSystemContent content, String code, String place, Finding finding) {
        var ordinal = content.find(code);
        if (ordinal < 0) {
            return include.isWholeSystem() && isInFragment(content, code, place);
        }
        if (!selects(include, content, ordinal)) {
            return false;
        }
        finding.meet(content, ordinal);
        if (!content.code(ordinal).equals(code) && content.code(ordinal).equalsIgnoreCase(code)) {
            sayCase(content, ordinal, code, place);
            finding.isProperly(content.code(ordinal));
        }
        var reference = reference(include, content, ordinal);
        if (reference != null) {
            finding.texts().add(reference, valueSet.language());
        }
        if (!mayBeChosen(include, content, ordinal, code, place, finding)) {
            return false;
        }
        if (reference != null) {
            sayDeprecated(content, reference, place);
        }
        if (isMeantAsItIs(include)) {
            finding.acceptAsMeant();
        } else {
            finding.accept(content, ordinal, place);
        }
        if (valueSet.derived()) {
            content.expression(code).ifPresent(expression -> sayUnchecked(expression, place));
        }
        return true;
    }

    /** A constraint holds for concepts in use; one out of use is among them only where it asks for such. */
    private static boolean isMeantAsItIs(ConceptSelection include) {
        return include.filters().stream().anyMatch(filter -> filter.property().equals("constraint"));
    }

    private void sayUnchecked(ContentExpression expression, String place) {
        var message = Message.literal(expression.remark());
        remarks.add(Issue.information("informational", AskedConcept.at(place, "code"), message, "process-note"));
    }

    /** The same for an exclude, which says nothing. */
    boolean excludes(ConceptSelection exclude, CodeSystemContent content, String code) {
        var ordinal = content.find(code);
        return ordinal >= 0 && selects(exclude, content, ordinal);
    }

    private boolean selects(ConceptSelection selection, CodeSystemContent content, int ordinal) {
        if (!selection.concepts().isEmpty()) {
            return reference(selection, content, ordinal) != null;
        }
        return selection.filters().isEmpty()
                || Filters.select(content, selection.filters(), "ValueSet.compose", valueSet.canonical())
                        .contains(ordinal);
    }

    private static @Nullable ConceptReference reference(
            ConceptSelection selection, CodeSystemContent content, int ordinal) {
        for (var reference : selection.concepts()) {
            if (content.find(reference.code()) == ordinal) {
                return reference;
            }
        }
        return null;
    }

    private boolean isInFragment(CodeSystemContent content, String code, String place) {
        if (parameters.flags().membershipOnly()) {
            return false;
        }
        var header = content.header();
        if (!header.contentMode().equals("complete")) {
            remarks.add(Issue.warning(
                    "code-invalid",
                    AskedConcept.at(place, "code"),
                    Message.of("UNKNOWN_CODE_IN_FRAGMENT", code, header.url(), header.version()),
                    "invalid-code"));
            return true;
        }
        remarks.add(UnknownCode.issue(content, code, place));
        UnknownCode.whyNoExpression(content, code, place).ifPresent(remarks::add);
        return false;
    }

    private boolean mayBeChosen(
            ConceptSelection include,
            CodeSystemContent content,
            int ordinal,
            String code,
            String place,
            Finding finding) {
        var quiet = parameters.flags().membershipOnly();
        var unfit = whyUnfit(include, content, ordinal, code);
        if (unfit != null) {
            if (!quiet) {
                remarks.add(Issue.error("business-rule", AskedConcept.at(place, "code"), unfit, "code-rule"));
            }
            return false;
        }
        var leftOut = valueSet.compositionOrNothing().leavesInactiveOut() || parameters.isActiveOnly();
        if (!leftOut || !content.isInactive(ordinal)) {
            return true;
        }
        if (include.isWholeSystem()) {
            remarks.say(Issue.error(
                    "business-rule",
                    AskedConcept.at(place, "code"),
                    Message.of("STATUS_CODE_WARNING_CODE", "not active", code),
                    "code-rule"));
        }
        if (!quiet) {
            finding.accept(content, ordinal, place);
        }
        return false;
    }

    /** A code that says too little by itself is refused unless such are allowed, or the value set names it. */
    private @Nullable Message whyUnfit(ConceptSelection include, CodeSystemContent content, int ordinal, String code) {
        var allowed = parameters.flags().abstractAllowed();
        if (Boolean.FALSE.equals(allowed) && content.isAbstract(ordinal)) {
            return Message.of("ABSTRACT_CODE_NOT_ALLOWED", content.header().url(), code);
        }
        return Boolean.TRUE.equals(allowed) || !include.concepts().isEmpty()
                ? null
                : content.incompleteness(ordinal)
                        .map(lack -> Message.literal("The code " + code + " " + lack))
                        .orElse(null);
    }

    private void sayCase(CodeSystemContent content, int ordinal, String code, String place) {
        var header = content.header();
        remarks.add(Issue.information(
                "business-rule",
                AskedConcept.at(place, "code"),
                Message.of(
                        "CODE_CASE_DIFFERENCE",
                        code,
                        content.code(ordinal),
                        Canonical.text(header.url(), header.version())),
                "code-rule"));
    }

    private void sayDeprecated(CodeSystemContent content, ConceptReference reference, String place) {
        var status = reference.extensions().stream()
                .filter(extension -> extension.url().equals(ContentExtension.STANDARDS_STATUS)
                        || extension.url().equals(DEPRECATED))
                .map(extension -> extension.url().equals(DEPRECATED) ? "deprecated" : extension.value())
                .filter(word -> word.equals("deprecated") || word.equals("withdrawn"))
                .findFirst();
        if (status.isPresent()) {
            remarks.add(Issue.warning(
                    "business-rule",
                    AskedConcept.at(place, "code"),
                    Message.of(
                            "CONCEPT_DEPRECATED_IN_VALUESET",
                            content.header().url(),
                            reference.code(),
                            status.get(),
                            valueSet.canonical()),
                    "code-comment"));
        }
    }
}
