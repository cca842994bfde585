package org.hms.terminology.issue;

import java.util.ArrayList;
import java.util.List;

/** The issues gathered while a question is answered, in their order. */
public final class Issues {
    private final List<Issue> all = new ArrayList<>();

    public void add(Issue issue) {
        all.add(issue);
    }

    /** Unless the same sentence stands already. */
    public boolean addOnce(Issue issue) {
        if (all.stream().anyMatch(other -> other.message().equals(issue.message()))) {
            return false;
        }
        return all.add(issue);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    public List<Issue> list() {
        return List.copyOf(all);
    }
}
