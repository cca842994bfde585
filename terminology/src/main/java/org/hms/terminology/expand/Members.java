package org.hms.terminology.expand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a value set in their order, and whether they may be shown as a tree. */
final class Members {
    private final List<Member> list;
    private final boolean byVersion;
    private final boolean hierarchical;
    private final boolean composed;
    private @Nullable Set<Member.Key> codes;

    Members(List<Member> list, boolean byVersion, boolean hierarchical, boolean composed) {
        this.list = list;
        this.byVersion = byVersion;
        this.hierarchical = hierarchical;
        this.composed = composed;
    }

    List<Member> list() {
        return list;
    }

    /** Whether codes of several versions of one system stand side by side. */
    boolean isByVersion() {
        return byVersion;
    }

    boolean isHierarchical() {
        return hierarchical && composed;
    }

    boolean has(String system, String code) {
        if (codes == null) {
            codes = new HashSet<>();
            for (var member : list) {
                codes.add(member.key(false));
            }
        }
        return codes.contains(new Member.Key(system, "", code));
    }
}
