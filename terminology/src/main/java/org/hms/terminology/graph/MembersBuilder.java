package org.hms.terminology.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.roaringbitmap.RoaringBitmap;

/** Gathers the members of reference sets, and writes each set as a bitmap and its rows by component and by value. */
final class MembersBuilder {

    private static final class Rows {
        private final List<String> fields;
        private final IntList components = new IntList();
        private final List<IntList> columns = new ArrayList<>();

        Rows(List<String> fields) {
            this.fields = fields;
            fields.forEach(_ -> columns.add(new IntList()));
        }
    }

    private final Map<String, Rows> sets = new TreeMap<>();

    void add(int component, GraphMember member, ToIntFunction<GraphValue> encoder) {
        var rows = sets.computeIfAbsent(member.refset(), _ -> new Rows(member.fields()));
        if (!rows.fields.equals(member.fields())) {
            throw new IllegalArgumentException("The rows of a reference set differ in fields: " + member.refset());
        }
        rows.components.add(component);
        for (var field = 0; field < rows.columns.size(); field++) {
            rows.columns.get(field).add(encoder.applyAsInt(member.values().get(field)));
        }
    }

    void write(SectionWriter writer, int size, Literals literals) throws IOException {
        writer.texts("refsets", List.copyOf(sets.keySet()));
        for (var set : sets.entrySet()) {
            var rows = set.getValue();
            var name = "refset." + set.getKey();
            var component = rows.components.toArray();
            var bits = new Bits(size);
            for (var concept : component) {
                bits.add(concept);
            }
            RoaringBitmap members = bits.toBitmap();
            writer.bitmap(name, members);
            writer.texts(name + ".fields", rows.fields);
            if (!rows.fields.isEmpty()) {
                writeRows(writer, name, rows, component, size, literals);
            }
        }
    }

    private static void writeRows(
            SectionWriter writer, String name, Rows rows, int[] component, int size, Literals literals)
            throws IOException {
        var order = Grouping.sort(Grouping.identity(component.length), component, size);
        writer.ints(name + ".components", Grouping.pick(component, order));
        for (var field = 0; field < rows.fields.size(); field++) {
            var values = Grouping.pick(literals.placed(rows.columns.get(field)), order);
            var shifted = values.clone();
            for (var row = 0; row < shifted.length; row++) {
                shifted[row] += literals.sorted().size();
            }
            var range = size + literals.sorted().size();
            writer.ints(name + "." + field, values);
            writer.ints(name + "." + field + ".order", Grouping.sort(Grouping.identity(values.length), shifted, range));
        }
    }
}
