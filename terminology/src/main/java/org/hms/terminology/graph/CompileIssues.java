package org.hms.terminology.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import had to leave out, by reason: how often, and the first case. */
public final class CompileIssues {

    /** A reason, how often it occurred, and the code where it did first. */
    public record Issue(String reason, int count, String firstCode) {}

    private final Map<String, Issue> issues = new TreeMap<>();

    public void add(String reason, String code) {
        issues.merge(
                reason,
                new Issue(reason, 1, code),
                (known, _) -> new Issue(reason, known.count() + 1, known.firstCode()));
    }

    public List<Issue> list() {
        return List.copyOf(issues.values());
    }
}
