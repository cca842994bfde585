package org.hms.terminology.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/** Compares a generation with the release it was made of: each row must be found again, and nothing besides. */
public final class GraphScrub implements GraphSink {
    private static final int MAX_FINDINGS = 100;

    private final CompiledGraph graph;
    private final List<String> findings = new ArrayList<>();
    private final RoaringBitmap seen = new RoaringBitmap();
    private long designations;
    private long edges;
    private long rows;
    private long members;

    private GraphScrub(CompiledGraph graph) {
        this.graph = graph;
    }

    /** What differs, at most a hundred sentences; empty where all agrees. */
    public static List<String> compare(GraphSource source, CompiledGraph graph) throws IOException {
        var scrub = new GraphScrub(graph);
        source.read(scrub);
        scrub.count("concepts", scrub.seen.getLongCardinality(), graph.size());
        scrub.count("texts", scrub.designations, graph.designations().size());
        scrub.count("rows", scrub.rows, graph.rows().firstRow(graph.size()));
        scrub.count("members", scrub.members, countMembers(graph));
        var parents = 0L;
        for (var concept = 0; concept < graph.size(); concept++) {
            parents += graph.hierarchy().parents(concept).length;
        }
        scrub.count("parents", scrub.edges, parents);
        return List.copyOf(scrub.findings);
    }

    private static long countMembers(CompiledGraph graph) {
        return graph.refsets().list().stream()
                .flatMap(name -> graph.refsets().find(name).stream())
                .mapToLong(set -> set.fields().isEmpty() ? set.members().getLongCardinality() : set.rows())
                .sum();
    }

    @Override
    public void concept(String code, boolean inactive) {
        var concept = graph.find(code);
        require(concept >= 0 && graph.code(concept).equals(code), "The concept is missing: " + code);
        if (concept >= 0) {
            seen.add(concept);
            require(graph.isInactive(concept) == inactive, "The concept's status differs: " + code);
        }
    }

    @Override
    public void designation(String code, GraphDesignation designation) {
        var concept = graph.find(code);
        if (concept < 0) {
            return;
        }
        designations++;
        var texts = graph.designations();
        require(
                texts.of(concept).stream()
                        .anyMatch(number -> texts.id(number) == designation.id()
                                && texts.text(number).equals(designation.text())
                                && texts.language(number).equals(designation.language())
                                && texts.use(number).equals(designation.use())
                                && texts.isInactive(number) == designation.inactive()),
                "A text of the concept differs: " + code);
    }

    @Override
    public void acceptability(long designation, String dialect, boolean preferred) {
        require(graph.designations().dialects().contains(dialect), "The dialect is missing: " + dialect);
    }

    @Override
    public void isA(String child, String parent) {
        var below = graph.find(child);
        var above = graph.find(parent);
        if (below < 0 || above < 0) {
            return;
        }
        edges++;
        var known = IntStream.of(graph.hierarchy().parents(below)).anyMatch(one -> one == above);
        require(known && graph.hierarchy().subsumes(above, below), "A parent is missing: " + child);
    }

    @Override
    public void row(String code, RowKind kind, String key, int group, GraphValue value) {
        var concept = graph.find(code);
        var target = value.isConcept() ? graph.find(value.text()) : 0;
        if (concept < 0 || target < 0) {
            return;
        }
        rows++;
        var table = graph.rows();
        var found = false;
        for (var row = table.firstRow(concept); row < table.firstRow(concept + 1) && !found; row++) {
            found = table.group(row) == group
                    && table.keys().get(table.key(row)).equals(key)
                    && table.kind(table.key(row)) == kind
                    && isValue(table.value(row), value);
        }
        require(found, "An attribute is missing: " + code + ", " + key);
    }

    @Override
    public void member(GraphMember member) {
        var concept = graph.find(member.component());
        if (concept < 0) {
            return;
        }
        var set = graph.refsets().find(member.refset());
        require(
                set.isPresent() && set.get().members().contains(concept),
                "A member of " + member.refset() + " is missing: " + member.component());
        members++;
    }

    private boolean isValue(int stored, GraphValue value) {
        return (stored < 0 ? graph.rows().literal(stored) : graph.code(stored)).equals(value.text());
    }

    private void count(String what, long source, long generation) {
        require(source == generation, "The release has %,d %s, the generation %,d".formatted(source, what, generation));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds && findings.size() < MAX_FINDINGS) {
            findings.add(otherwise);
        }
    }
}
