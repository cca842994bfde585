package org.hms.terminology.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A release made up row by row. */
public final class SmallRelease implements GraphSource {
    public static final UseCoding SYNONYM = new UseCoding("https://example.org/uses", "900000000000013009", "Synonym");
    public static final UseCoding FULL_NAME =
            new UseCoding("https://example.org/uses", "900000000000003001", "Fully specified name");

    private final List<Consumer<GraphSink>> concepts = new ArrayList<>();
    private final List<Consumer<GraphSink>> rows = new ArrayList<>();
    private final String url;
    private long designations;

    public SmallRelease() {
        this("https://example.org/graph");
    }

    public SmallRelease(String url) {
        this.url = url;
    }

    @Override
    public GraphHeader header() {
        return new GraphHeader(
                url,
                "1",
                "Example",
                "en",
                false,
                List.of("900000000000509007"),
                List.of(SYNONYM.code(), FULL_NAME.code()));
    }

    @Override
    public void read(GraphSink sink) {
        concepts.forEach(row -> row.accept(sink));
        rows.forEach(row -> row.accept(sink));
    }

    /** A concept in use, with a synonym. */
    public SmallRelease concept(String code, String text, String... parents) {
        concepts.add(sink -> sink.concept(code, false));
        for (var parent : parents) {
            rows.add(sink -> sink.isA(code, parent));
        }
        return text(code, "en", SYNONYM, text, false);
    }

    public SmallRelease inactive(String code, String text) {
        concepts.add(sink -> sink.concept(code, true));
        return text(code, "en", SYNONYM, text, false);
    }

    public SmallRelease text(String code, String language, UseCoding use, String text, boolean inactive) {
        var id = ++designations;
        rows.add(sink -> sink.designation(code, new GraphDesignation(id, language, use, text, inactive)));
        return this;
    }

    /** The text that was added last is accepted in the dialect. */
    public SmallRelease accepted(String dialect, boolean preferred) {
        var id = designations;
        rows.add(sink -> sink.acceptability(id, dialect, preferred));
        return this;
    }

    public SmallRelease attribute(String code, int group, String key, String value) {
        rows.add(sink -> sink.row(code, RowKind.ATTRIBUTE, key, group, GraphValue.concept(value)));
        return this;
    }

    public SmallRelease literal(String code, int group, String key, String value) {
        rows.add(sink -> sink.row(code, RowKind.ATTRIBUTE, key, group, GraphValue.literal(value)));
        return this;
    }

    public SmallRelease property(String code, String key, String value) {
        rows.add(sink -> sink.row(code, RowKind.PROPERTY, key, 0, GraphValue.literal(value)));
        return this;
    }

    public SmallRelease member(String refset, String component, Map<String, GraphValue> fields) {
        SortedMap<String, GraphValue> sorted = new TreeMap<>(fields);
        rows.add(sink -> sink.member(
                new GraphMember(refset, component, List.copyOf(sorted.keySet()), List.copyOf(sorted.values()))));
        return this;
    }

    public CompiledGraph compile(Path directory) {
        try {
            GraphCompiler.read(this).write(directory);
            return CompiledGraph.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
