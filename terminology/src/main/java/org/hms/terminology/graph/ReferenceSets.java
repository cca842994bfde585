package org.hms.terminology.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The reference sets of a release: members as bitmaps; rows with fields by component and by value. */
public final class ReferenceSets {

    /** One reference set. A row's values are concepts' ordinals or, below 0, literals. */
    public static final class ReferenceSet {
        private final List<String> fields;
        private final RoaringBitmap members;
        private final @Nullable IntColumn components;
        private final List<IntColumn> columns;
        private final List<IntColumn> orders;

        private ReferenceSet(Sections sections, String name) {
            fields = sections.texts(name + ".fields").list();
            members = sections.bitmap(name);
            components = fields.isEmpty() ? null : sections.ints(name + ".components");
            columns = IntStream.range(0, fields.size())
                    .mapToObj(field -> sections.ints(name + "." + field))
                    .toList();
            orders = IntStream.range(0, fields.size())
                    .mapToObj(field -> sections.ints(name + "." + field + ".order"))
                    .toList();
        }

        public RoaringBitmap members() {
            return members;
        }

        public List<String> fields() {
            return fields;
        }

        /** How many rows there are; a set without further fields has none but its members. */
        public int rows() {
            return components == null ? 0 : components.size();
        }

        public int component(int row) {
            return Objects.requireNonNull(components).get(row);
        }

        public int value(int row, int field) {
            return columns.get(field).get(row);
        }

        /** The rows that speak of a component. */
        public void eachRowOf(int component, IntConsumer rows) {
            if (components != null) {
                var row = lowerBound(components, component, null);
                for (; row < components.size() && components.get(row) == component; row++) {
                    rows.accept(row);
                }
            }
        }

        /** The rows whose field has the value: a map or an association read from its target. */
        public void eachRowWith(int field, int value, IntConsumer rows) {
            var values = columns.get(field);
            var order = orders.get(field);
            var place = lowerBound(values, value, order);
            for (; place < order.size() && values.get(order.get(place)) == value; place++) {
                rows.accept(order.get(place));
            }
        }

        private static int lowerBound(IntColumn values, int wanted, @Nullable IntColumn order) {
            var low = 0;
            var high = values.size();
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (values.get(order == null ? middle : order.get(middle)) < wanted) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private final List<String> names;
    private final Map<String, ReferenceSet> sets = new HashMap<>();

    ReferenceSets(Sections sections) {
        names = sections.texts("refsets").list();
        names.forEach(name -> sets.put(name, new ReferenceSet(sections, "refset." + name)));
    }

    public List<String> list() {
        return names;
    }

    public Optional<ReferenceSet> find(String code) {
        return Optional.ofNullable(sets.get(code));
    }
}
