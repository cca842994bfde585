package org.hms.matching.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes one table of the rows that several readers gathered. */
public final class TableJoin {
    private final List<TableRows> parts;
    private final ValuePools pools;
    private final int size;

    private TableJoin(List<TableRows> parts) {
        this.parts = parts;
        pools = parts.getFirst().pools();
        size = parts.stream().mapToInt(TableRows::size).reduce(0, Math::addExact);
    }

    /** @throws DuplicateId if two records have one id */
    public static PersonTable of(List<TableRows> parts, long rowsWithoutId) {
        return new TableJoin(parts).table(new byte[0], rowsWithoutId);
    }

    /**
     * A table of files of which each holds a person at most once.
     *
     * @param sources the file of each part
     * @throws DuplicateId if two records have one id
     */
    public static PersonTable linkOnly(List<TableRows> parts, int[] sources, long rowsWithoutId) {
        var join = new TableJoin(parts);
        var each = new byte[join.size];
        int row = 0;
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < parts.get(part).size(); i++) {
                each[row++] = (byte) sources[part];
            }
        }
        return join.table(each, rowsWithoutId);
    }

    private PersonTable table(byte[] sources, long rowsWithoutId) {
        var ids = ids();
        var asRead = IntStream.range(0, size).toArray();
        var order = RecordOrder.byNames(
                RecordOrder.of(ids),
                pools.family().column(numbers(TableRows.FAMILY, asRead)),
                pools.given().column(numbers(TableRows.GIVEN, asRead)));
        var ordered = new byte[sources.length];
        for (int i = 0; i < sources.length; i++) {
            ordered[i] = sources[order[i]];
        }
        var texts = new LinkedHashMap<String, ValueColumn<String>>();
        for (int i = 0; i < pools.attributes().size(); i++) {
            texts.put(pools.attributes().get(i), pools.texts().get(i).column(numbers(TableRows.TEXTS + i, order)));
        }
        return new PersonTable(
                ids.ordered(order),
                pools.given().column(numbers(TableRows.GIVEN, order)),
                pools.family().column(numbers(TableRows.FAMILY, order)),
                pools.births().column(numbers(TableRows.BIRTH, order)),
                pools.sexes().column(numbers(TableRows.SEX, order)),
                pools.mothers().column(numbers(TableRows.MOTHER, order)),
                pools.residences().column(numbers(TableRows.RESIDENCE, order)),
                texts,
                identifiers(order),
                phones(order),
                ordered,
                rowsWithoutId);
    }

    private List<CodeColumn> identifiers(int[] order) {
        return IntStream.range(0, pools.systems().size())
                .mapToObj(column -> new CodeColumn(
                        pools.systems().get(column), codes(part -> part.codes(column), order), pools.codes()))
                .toList();
    }

    private List<CodeColumn> phones(int[] order) {
        return IntStream.range(
                        0, parts.stream().mapToInt(TableRows::phones).max().orElse(0))
                .mapToObj(column -> new CodeColumn("", codes(part -> part.phones(column), order), pools.codes()))
                .toList();
    }

    private IdList ids() {
        var bytes = new byte[parts.stream().mapToInt(TableRows::idBytes).reduce(0, Math::addExact)];
        var starts = new int[size + 1];
        int row = 0;
        for (var part : parts) {
            part.copyIds(bytes, starts, row);
            row += part.size();
        }
        return new IdList(bytes, starts);
    }

    private int[] numbers(int slot, int[] order) {
        var all = new int[size];
        int row = 0;
        for (var part : parts) {
            System.arraycopy(part.numbers(slot), 0, all, row, part.size());
            row += part.size();
        }
        return IntStream.of(order).parallel().map(from -> all[from]).toArray();
    }

    private long[] codes(Function<TableRows, long @Nullable []> column, int[] order) {
        var all = new long[size];
        int row = 0;
        for (var part : parts) {
            var codes = column.apply(part);
            if (codes != null) {
                System.arraycopy(codes, 0, all, row, part.size());
            }
            row += part.size();
        }
        return IntStream.of(order).parallel().mapToLong(from -> all[from]).toArray();
    }
}
