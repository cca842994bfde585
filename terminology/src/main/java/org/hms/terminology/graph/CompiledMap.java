package org.hms.terminology.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** A version of a map, opened from its generation: mapped into memory, read from either end. Safe for many threads. */
public final class CompiledMap implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("source", "source.display", "target", "target.display", "equivalence", "comment");

    private final Sections sections;
    private final MapHeader header;
    private final TextColumn sources;
    private final TextColumn targets;
    private final IntColumn forward;
    private final IntColumn backward;
    private final IntColumn backwardRows;
    private final List<TextColumn> columns;

    private CompiledMap(Sections sections) {
        this.sections = sections;
        var said = sections.texts("header").list();
        header = new MapHeader(said.get(0), said.get(1), said.get(2), said.get(3), said.get(4));
        sources = sections.texts("sources");
        targets = sections.texts("targets");
        forward = sections.ints("forward");
        backward = sections.ints("backward");
        backwardRows = sections.ints("backward.rows");
        columns = COLUMNS.stream().map(sections::texts).toList();
    }

    /** Writes the mappings by source and by target; those of one code stay in their order. */
    public static void write(Path directory, MapHeader header, List<MapRow> mappings) throws IOException {
        var sources = sorted(mappings, MapRow::source);
        var targets = sorted(mappings, MapRow::target);
        var order = Grouping.sort(
                Grouping.identity(mappings.size()), places(mappings, MapRow::source, sources), sources.size());
        var rows = new ArrayList<MapRow>(mappings.size());
        for (var row : order) {
            rows.add(mappings.get(row));
        }
        var byTarget = places(rows, MapRow::target, targets);
        try (var writer = new SectionWriter(directory)) {
            writer.texts(
                    "header",
                    List.of(header.url(), header.version(), header.title(), header.source(), header.target()));
            writer.texts("sources", sources);
            writer.texts("targets", targets);
            writer.ints("forward", Grouping.offsets(places(rows, MapRow::source, sources), sources.size()));
            writer.ints("backward", Grouping.offsets(byTarget, targets.size()));
            writer.ints("backward.rows", Grouping.sort(Grouping.identity(rows.size()), byTarget, targets.size()));
            List<Function<MapRow, String>> parts = List.of(
                    MapRow::source,
                    MapRow::sourceDisplay,
                    MapRow::target,
                    MapRow::targetDisplay,
                    MapRow::equivalence,
                    MapRow::comment);
            for (var column = 0; column < parts.size(); column++) {
                writer.texts(
                        COLUMNS.get(column),
                        rows.stream().map(parts.get(column)).toList());
            }
        }
    }

    public static CompiledMap open(Path directory) throws IOException {
        return new CompiledMap(Sections.open(directory));
    }

    public MapHeader header() {
        return header;
    }

    public int size() {
        return backwardRows.size();
    }

    /** What a code of the source is mapped to. */
    public List<MapRow> from(String code) {
        var place = sources.find(code);
        var rows = new ArrayList<MapRow>();
        for (var row = place < 0 ? 0 : forward.get(place); place >= 0 && row < forward.get(place + 1); row++) {
            rows.add(row(row));
        }
        return rows;
    }

    /** What is mapped to a code of the target. */
    public List<MapRow> to(String code) {
        var place = code.isEmpty() ? -1 : targets.find(code);
        var rows = new ArrayList<MapRow>();
        for (var at = place < 0 ? 0 : backward.get(place); place >= 0 && at < backward.get(place + 1); at++) {
            rows.add(row(backwardRows.get(at)));
        }
        return rows;
    }

    /** A mapping by its number, from 0 to {@code size() - 1}, by source. */
    public MapRow row(int number) {
        return new MapRow(
                columns.get(0).get(number),
                columns.get(1).get(number),
                columns.get(2).get(number),
                columns.get(3).get(number),
                columns.get(4).get(number),
                columns.get(5).get(number));
    }

    @Override
    public void close() {
        sections.close();
    }

    private static List<String> sorted(List<MapRow> mappings, Function<MapRow, String> code) {
        var codes = new TreeSet<>(CodeTable.BY_BYTES);
        mappings.forEach(mapping -> codes.add(code.apply(mapping)));
        return List.copyOf(codes);
    }

    private static int[] places(List<MapRow> mappings, Function<MapRow, String> code, List<String> sorted) {
        var numbers = new Names();
        sorted.forEach(numbers::number);
        return mappings.stream()
                .mapToInt(mapping -> numbers.number(code.apply(mapping)))
                .toArray();
    }
}
