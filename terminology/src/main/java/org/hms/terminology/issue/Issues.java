package org.hms.terminology.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** How many there are by now. */
    public int count() {
        return all.size();
    }

    /** Takes back those of a kind that were added from one count up to another. */
    public List<Issue> takeBack(int from, int to, Set<String> kinds) {
        var taken = all.subList(from, to).stream()
                .filter(issue ->
                        issue.severity() == Severity.ERROR && issue.kind() != null && kinds.contains(issue.kind()))
                .toList();
        all.subList(from, to).removeAll(taken);
        return taken;
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    public List<Issue> list() {
        return List.copyOf(all);
    }
}
