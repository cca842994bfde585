package org.hms.terminology.validate;

import java.util.List;
import java.util.Set;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.jspecify.annotations.Nullable;

/** Whether a concept is valid, which of its codes is meant, how it should be written, and all there is to say about it. */
public record CodeValidation(
        boolean result,
        @Nullable AskedCode code,
        @Nullable String display,
        @Nullable String normalizedCode,
        boolean inactive,
        @Nullable String status,
        Set<String> unknownSystems,
        boolean decidedWithoutThem,
        List<Message> messages,
        List<Issue> issues,
        AskedConcept concept) {}
