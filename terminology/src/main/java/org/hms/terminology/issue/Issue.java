package org.hms.terminology.issue;

import org.jspecify.annotations.Nullable;

/**
 * Something to say about a question: FHIR's issue code, the place, the sentence, and HL7's finer word for its kind
 * (the code system {@code tx-issue-type}).
 */
public record Issue(
        Severity severity,
        String code,
        @Nullable String expression,
        Message message,
        @Nullable String kind) {

    public static Issue error(String code, @Nullable String expression, Message message, @Nullable String kind) {
        return new Issue(Severity.ERROR, code, expression, message, kind);
    }

    public static Issue warning(String code, @Nullable String expression, Message message, @Nullable String kind) {
        return new Issue(Severity.WARNING, code, expression, message, kind);
    }

    public static Issue information(String code, @Nullable String expression, Message message, @Nullable String kind) {
        return new Issue(Severity.INFORMATION, code, expression, message, kind);
    }
}
