package org.hms.terminology.validate;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.expand.ValueSetExpander;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.validate.AskedConcept.Form;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Validates a code, coding or concept against a value set. One coding in the value set makes a concept valid, and an
 * error anywhere makes it invalid.
 */
public final class CodeValidator {
    private final Resolution resolution;
    private final TerminologyParameters parameters;
    private final ValueSetDefinition valueSet;
    private final Remarks remarks = new Remarks();
    private final DisplayCheck displays;
    private final Outsider outsider;

    public CodeValidator(Resolution resolution, TerminologyParameters asked, ValueSetDefinition valueSet) {
        this.resolution = resolution;
        this.parameters = ValueSetExpander.withRules(asked, valueSet, false);
        this.valueSet = valueSet;
        this.displays = new DisplayCheck(parameters, remarks);
        this.outsider = new Outsider(resolution, remarks, displays, valueSet);
    }

    public CodeValidation validate(AskedConcept concept) {
        resolution.wantSupplements(valueSet.supplements());
        var check = ValueSetCheck.prepare(valueSet, parameters, resolution, remarks);
        resolution.requireSupplements();
        remarks.state("ValueSet", valueSet.canonical(), valueSet.state(), valueSet.state());
        var verdict = new Verdict();
        for (var at = 0; at < concept.codes().size(); at++) {
            var asked = concept.codes().get(at);
            if (asked.code() == null) {
                var message =
                        Message.literal("Coding has no code for system " + asked.system() + " and cannot be validated");
                remarks.add(Issue.error("invalid", concept.place(at), message, "invalid-data"));
                break;
            }
            judge(check, concept, at, asked, verdict);
        }
        return answer(concept, verdict);
    }

    private void judge(ValueSetCheck check, AskedConcept concept, int at, AskedCode asked, Verdict verdict) {
        var place = concept.place(at);
        var finding = new Finding();
        var known = withSystem(check, asked, place, finding);
        var membership = known == null ? Membership.OUT : check.check(known, place, finding);
        var meant = known == null ? asked : known;
        verdict.hear(asked, membership, finding);
        if (membership == Membership.OUT && !valueSet.derived() && concept.form() == Form.CODEABLE_CONCEPT) {
            var message = notIn(asked.shown(finding.impliedSystem()));
            var where = "CodeableConcept.coding[" + at + "].code";
            remarks.add(Issue.information("code-invalid", where, message, "this-code-not-in-vs"));
        }
        if (membership == Membership.IN) {
            displays.ofMember(meant, finding.texts(), finding.language(), place);
            verdict.accept(meant, finding, finding.texts().preferredText(parameters.languages()));
        } else if (!parameters.flags().membershipOnly() && meant.system() != null) {
            var seen = outsider.look(meant, concept, at);
            verdict.recall(at, seen, parameters);
        }
    }

    /** The code with its system, which is inferred where that is wished; null where it cannot be told. */
    private @Nullable AskedCode withSystem(ValueSetCheck check, AskedCode asked, String place, Finding finding) {
        if (asked.system() != null) {
            return asked;
        }
        if (!parameters.flags().inferSystem()) {
            var message = Message.of("Coding_has_no_system__cannot_validate");
            remarks.say(Issue.warning("invalid", place.isEmpty() ? null : place, message, "invalid-data"));
            return null;
        }
        var code = Objects.requireNonNullElse(asked.code(), "");
        var systems = check.systemsOf(code);
        if (systems.size() != 1) {
            var message = systems.isEmpty()
                    ? Message.of("UNABLE_TO_INFER_CODESYSTEM", code, valueSet.canonical())
                    : Message.of(
                            "Unable_to_resolve_system__value_set_has_multiple_matches",
                            code,
                            valueSet.canonical(),
                            String.join(",", systems));
            remarks.say(Issue.error("not-found", "code", message, "cannot-infer"));
            return null;
        }
        var system = systems.iterator().next();
        finding.implies(system);
        return new AskedCode(system, asked.version(), asked.code(), asked.display());
    }

    private CodeValidation answer(AskedConcept concept, Verdict verdict) {
        if (verdict.membership() == Membership.OUT && !valueSet.derived()) {
            sayNotIn(concept, verdict);
        }
        sayStatus(concept, verdict);
        var result = verdict.membership() == Membership.IN && !remarks.issues().hasErrors();
        return new CodeValidation(
                result,
                verdict.code(concept.form()),
                verdict.display(concept.form()),
                verdict.normalForm(),
                verdict.isInactive(),
                verdict.status(),
                remarks.unknownSystems(),
                verdict.membership() == Membership.OUT,
                remarks.messages(),
                new ArrayList<>(remarks.issues().list()),
                new AskedConcept(concept.form(), verdict.codes(concept)));
    }

    private void sayNotIn(AskedConcept concept, Verdict verdict) {
        if (concept.form() == Form.CODEABLE_CONCEPT) {
            var message = Message.of("TX_GENERAL_CC_ERROR_MESSAGE", valueSet.shown());
            remarks.say(Issue.error("code-invalid", null, message, "not-in-vs"));
            return;
        }
        var where = AskedConcept.at(concept.place(), "code");
        remarks.say(Issue.error("code-invalid", where, notIn(verdict.shown()), "not-in-vs"));
    }

    private Message notIn(String codes) {
        return Message.of("None_of_the_provided_codes_are_in_the_value_set_one", "", valueSet.shown(), codes);
    }

    private void sayStatus(AskedConcept concept, Verdict verdict) {
        var status = verdict.status();
        var code = verdict.lastCode();
        if (verdict.isInactive()) {
            var word = status == null || status.equals("inactive")
                    ? "inactive"
                    : status.equals("DISCOURAGED") ? status : status + " and inactive";
            var place = verdict.inactivePlace();
            remarks.say(Issue.warning(
                    "business-rule",
                    place.isEmpty() ? null : place,
                    Message.of("INACTIVE_CONCEPT_FOUND", word, code),
                    "code-comment"));
        } else if (status != null && status.toLowerCase(Locale.ROOT).equals("deprecated")) {
            var place = concept.place();
            remarks.say(Issue.warning(
                    "business-rule",
                    place.isEmpty() ? null : place,
                    Message.of("DEPRECATED_CONCEPT_FOUND", status, code),
                    "code-comment"));
        }
    }
}
