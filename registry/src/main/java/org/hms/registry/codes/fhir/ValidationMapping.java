package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.validate.AskedCode;
import org.hms.terminology.validate.AskedConcept;
import org.hms.terminology.validate.AskedConcept.Form;
import org.hms.terminology.validate.CodeValidation;
import org.jspecify.annotations.Nullable;

/** Validations in FHIR's form: the answer, the code as it should be written, one sentence, and the issues one by one. */
final class ValidationMapping {

    private ValidationMapping() {}

    static Parameters toParameters(
            CodeValidation validation, @Nullable CodeableConcept asked, @Nullable AcceptedLanguages languages) {
        var parameters = new Parameters().addParameter("result", validation.result());
        addCode(parameters, validation.code());
        if (validation.display() != null) {
            parameters.addParameter("display", validation.display());
        }
        if (validation.normalizedCode() != null) {
            parameters.addParameter("normalized-code", new CodeType(validation.normalizedCode()));
        }
        var unknown = validation.decidedWithoutThem() ? "x-unknown-system" : "x-caused-by-unknown-system";
        validation.unknownSystems().forEach(system -> parameters.addParameter(unknown, new CanonicalType(system)));
        var status = validation.status();
        if (validation.inactive()) {
            parameters.addParameter("inactive", true);
        }
        if (status != null
                && (validation.inactive() ? !status.equals("inactive") : status.equalsIgnoreCase("deprecated"))) {
            parameters.addParameter("status", new CodeType(status));
        }
        addMessage(parameters, validation.messages(), languages);
        if (asked != null) {
            parameters.addParameter().setName("codeableConcept").setValue(asked);
        }
        if (!validation.issues().isEmpty()) {
            parameters
                    .addParameter()
                    .setName("issues")
                    .setResource(IssueMapping.toOutcome(validation.issues(), languages));
        }
        return parameters;
    }

    /** "No", because something the question needs is not known. */
    static Parameters toParameters(
            TerminologyProblem problem,
            AskedConcept concept,
            @Nullable CodeableConcept asked,
            @Nullable AcceptedLanguages languages) {
        var parameters = new Parameters().addParameter("result", false);
        if (concept.form() != Form.CODEABLE_CONCEPT) {
            addCode(parameters, concept.codes().getFirst());
        }
        var messages = problem.issues().stream().map(issue -> issue.message()).toList();
        addMessage(parameters, messages, languages);
        if (asked != null) {
            parameters.addParameter().setName("codeableConcept").setValue(asked);
        }
        if (problem.unknownSystem() != null) {
            parameters.addParameter("x-caused-by-unknown-system", new CanonicalType(problem.unknownSystem()));
        }
        parameters.addParameter().setName("issues").setResource(IssueMapping.toOutcome(problem.issues(), languages));
        return parameters;
    }

    private static void addCode(Parameters parameters, @Nullable AskedCode code) {
        if (code == null) {
            return;
        }
        if (code.system() != null) {
            parameters.addParameter("system", new UriType(code.system()));
        }
        if (code.code() != null) {
            parameters.addParameter("code", new CodeType(code.code()));
        }
        if (code.version() != null) {
            parameters.addParameter("version", code.version());
        }
    }

    private static void addMessage(
            Parameters parameters, List<Message> messages, @Nullable AcceptedLanguages languages) {
        if (!messages.isEmpty()) {
            var sentences = messages.stream()
                    .map(message -> MessageCatalogue.text(message, languages))
                    .distinct()
                    .sorted()
                    .toList();
            parameters.addParameter("message", String.join("; ", sentences));
        }
    }
}
