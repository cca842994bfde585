package org.hms.registry.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the caller wants the result of a search: page, order, what comes along, and how much of each resource. */
public record ResultControl(
        int count, int offset, List<SortKey> sort, Set<String> include, Set<String> revInclude, Rendering rendering) {

    /** One key of {@code _sort}; a leading minus means descending. */
    public record SortKey(String parameter, boolean descending) {}

    public ResultControl {
        sort = List.copyOf(sort);
        include = Set.copyOf(include);
        revInclude = Set.copyOf(revInclude);
    }

    ResultControl withCount(int other) {
        return new ResultControl(other, offset, sort, include, revInclude, rendering);
    }

    ResultControl withOffset(int other) {
        return new ResultControl(count, other, sort, include, revInclude, rendering);
    }

    ResultControl withSort(List<SortKey> other) {
        return new ResultControl(count, offset, other, include, revInclude, rendering);
    }

    ResultControl withInclude(Set<String> more) {
        return new ResultControl(count, offset, sort, union(include, more), revInclude, rendering);
    }

    ResultControl withRevInclude(Set<String> more) {
        return new ResultControl(count, offset, sort, include, union(revInclude, more), rendering);
    }

    ResultControl withRendering(Rendering other) {
        return new ResultControl(count, offset, sort, include, revInclude, other);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
