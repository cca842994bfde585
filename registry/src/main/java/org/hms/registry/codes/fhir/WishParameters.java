package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.ask.TerminologyParameters.Flags;
import org.hms.terminology.ask.TerminologyParameters.Page;
import org.hms.terminology.ask.VersionRule;
import org.hms.terminology.ask.VersionRule.Mode;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.jspecify.annotations.Nullable;

/** The parameters that shape any answer, in the names of R4, R5 and HL7's terminology ecosystem. */
final class WishParameters {
    /** What is taken with every operation: resources that come along, and what clients say about themselves. */
    static final Set<String> COMMON = Set.of(
            "tx-resource",
            "uuid",
            "cache-id",
            "no-cache",
            "diagnostics",
            "profile",
            "displayLanguage",
            "useSupplement",
            "system-version",
            "check-system-version",
            "force-system-version",
            "default-valueset-version",
            "check-valueset-version",
            "force-valueset-version",
            "default-to-latest-version",
            "versionsMatch",
            "activeOnly");

    private WishParameters() {}

    /** For expansions, where some text is better than none. */
    static TerminologyParameters forShowing(OperationInput input) {
        return of(input, true);
    }

    /** For validations, where only the languages named count. */
    static TerminologyParameters forValidating(OperationInput input) {
        return of(input, false);
    }

    private static TerminologyParameters of(OperationInput input, boolean anyLanguage) {
        return new TerminologyParameters(
                displayLanguages(input, anyLanguage),
                httpLanguages(input, anyLanguage),
                input.texts("designation"),
                input.texts("property"),
                rules(input),
                input.texts("useSupplement"),
                flags(input),
                new Page(input.text("filter"), input.number("offset", -1), input.number("count", -1), 0));
    }

    private static Flags flags(OperationInput input) {
        return new Flags(
                said(input, "activeOnly"),
                said(input, "excludeNested"),
                said(input, "excludeNotForUI"),
                said(input, "excludePostCoordinated"),
                said(input, "includeDesignations"),
                said(input, "includeDefinition"),
                said(input, "versionsMatch"),
                said(input, "abstract"),
                input.flag("inferSystem"),
                input.flag("lenient-display-validation"),
                input.flag("valueset-membership-only"));
    }

    private static @Nullable Boolean said(OperationInput input, String name) {
        return input.has(name) ? input.flag(name) : null;
    }

    private static @Nullable AcceptedLanguages displayLanguages(OperationInput input, boolean any) {
        var text = input.text("displayLanguage");
        if (text == null) {
            return null;
        }
        var languages = AcceptedLanguages.parse(text).orElseThrow(() -> {
            var issue = Issue.error("processing", null, Message.of("INVALID_DISPLAY_NAME", text), "invalid-display");
            return IssueMapping.toProblem(TerminologyProblem.refused(400, issue), null);
        });
        return any ? languages.withFallback() : languages;
    }

    /** A header that cannot be read is as good as none. */
    static @Nullable AcceptedLanguages httpLanguages(OperationInput input, boolean any) {
        var text = input.httpLanguages();
        if (text == null) {
            return null;
        }
        var languages = AcceptedLanguages.parse(text);
        return languages.map(parsed -> any ? parsed.withFallback() : parsed).orElse(null);
    }

    private static List<VersionRule> rules(OperationInput input) {
        var rules = new ArrayList<VersionRule>();
        addRules(input, "system-version", Mode.DEFAULT, false, rules);
        addRules(input, "check-system-version", Mode.CHECK, false, rules);
        addRules(input, "force-system-version", Mode.FORCE, false, rules);
        addRules(input, "default-valueset-version", Mode.DEFAULT, true, rules);
        addRules(input, "check-valueset-version", Mode.CHECK, true, rules);
        addRules(input, "force-valueset-version", Mode.FORCE, true, rules);
        return rules;
    }

    private static void addRules(
            OperationInput input, String name, Mode mode, boolean ofValueSet, List<VersionRule> rules) {
        for (var text : input.texts(name)) {
            var canonical = Canonical.of(text);
            if (canonical.version() == null) {
                throw FhirProblem.invalid(
                        "The parameter " + name + " is a URL with a version", OperationInput.place(name));
            }
            rules.add(new VersionRule(canonical.url(), canonical.version(), mode, ofValueSet));
        }
    }
}
