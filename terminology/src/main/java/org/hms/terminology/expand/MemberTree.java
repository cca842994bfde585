package org.hms.terminology.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of one code system put beneath each other as the system has them; who has no parent among them is a root. */
record MemberTree(List<Member> roots, Map<Member, List<Member>> children) {

    static MemberTree of(List<Member> members) {
        var byOrdinal = new HashMap<Member.Key, Member>();
        members.forEach(member -> byOrdinal.put(member.key(true), member));
        var tree = new MemberTree(new ArrayList<>(), new HashMap<>());
        for (var member : members) {
            var parent = parent(member, byOrdinal);
            if (parent == null) {
                tree.roots.add(member);
            } else {
                tree.children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(member);
            }
        }
        return tree;
    }

    /** Whether a concept would have to stand in two places. */
    static boolean isForest(List<Member> members) {
        return members.stream().noneMatch(member -> {
            var content = member.content();
            return content == null || content.hasManyParents();
        });
    }

    private static @Nullable Member parent(Member member, Map<Member.Key, Member> members) {
        var content = member.content();
        if (content == null) {
            return null;
        }
        var parents = content.parents(member.ordinal());
        return parents.length == 0
                ? null
                : members.get(Member.of(content, parents[0], null).key(true));
    }

    ExpandedConcept render(Member member, ConceptRenderer renderer) {
        var beneath = children.getOrDefault(member, List.of()).stream()
                .map(child -> render(child, renderer))
                .toList();
        return renderer.render(member, beneath);
    }
}
