package org.hms.terminology.validate;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;

/** A code that its code system does not have. */
final class UnknownCode {
    private UnknownCode() {}

    /** What is wrong with a code that is meant as an expression. */
    static Optional<Issue> whyNoExpression(CodeSystemContent content, String code, String place) {
        return content.expressionFault(code)
                .map(fault -> Issue.information(
                        "code-invalid",
                        AskedConcept.at(place, "code"),
                        Message.literal("Not a valid expression: " + fault),
                        "invalid-code"));
    }

    static Issue issue(CodeSystemContent content, String code, String place) {
        var header = content.header();
        var version = header.version();
        var message = version == null
                ? Message.of("Unknown_Code_in", code, header.url())
                : header.url().equals(SystemUri.SNOMED_CT)
                        ? new Message(
                                "Unknown_Code_in_Version",
                                "Unknown_Code_in_Version_SCT",
                                List.of(code, header.url(), version, SnomedEdition.name(version)),
                                "")
                        : Message.of("Unknown_Code_in_Version", code, header.url(), version);
        return Issue.error("code-invalid", AskedConcept.at(place, "code"), message, "invalid-code");
    }
}
