package org.hms.terminology.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** The reference sets of a release: members as bitmaps; rows with fields by component and by value. */
public final class ReferenceSets {

    /** One reference set. A row's values are concepts' ordinals or, below 0, literals. */
    public static final class ReferenceSet {
        private final Sections sections;
        private final String name;
        private final List<String> fields;
        private final RoaringBitmap members;

        private ReferenceSet(Sections sections, String name) {
            this.sections = sections;
            this.name = name;
            fields = sections.texts(name + ".fields").list();
            members = sections.bitmap(name);
        }

        public RoaringBitmap members() {
            return members;
        }

        public List<String> fields() {
            return fields;
        }

        public int rows() {
            return fields.isEmpty() ? 0 : sections.ints(name + ".components").size();
        }

        public int component(int row) {
            return sections.ints(name + ".components").get(row);
        }

        public int value(int row, int field) {
            return sections.ints(name + "." + field).get(row);
        }

        /** The rows that speak of a component. */
        public void eachRowOf(int component, IntConsumer rows) {
            if (!fields.isEmpty() && members.contains(component)) {
                var components = sections.ints(name + ".components");
                var row = lowerBound(components, component, null);
                for (; row < components.size() && components.get(row) == component; row++) {
                    rows.accept(row);
                }
            }
        }

        /** The rows whose field has the value: a map or an association read from its target. */
        public void eachRowWith(int field, int value, IntConsumer rows) {
            var values = sections.ints(name + "." + field);
            var order = sections.ints(name + "." + field + ".order");
            var place = lowerBound(values, value, order);
            for (; place < order.size() && values.get(order.get(place)) == value; place++) {
                rows.accept(order.get(place));
            }
        }

        private static int lowerBound(
                IntColumn values, int wanted, @org.jspecify.annotations.Nullable IntColumn order) {
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

    public java.util.Optional<ReferenceSet> find(String code) {
        return java.util.Optional.ofNullable(sets.get(code));
    }
}
