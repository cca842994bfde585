package org.hms.terminology.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** Gathers who is a child of whom, and writes parents, children, all ancestors, and the descendants of large concepts. */
final class HierarchyBuilder {
    /** From so many descendants on a concept's are kept ready as a bitmap; fewer are walked as fast. */
    static final int LARGE = 256;

    private final IntList children = new IntList();
    private final IntList parents = new IntList();

    void isA(int child, int parent) {
        children.add(child);
        parents.add(parent);
    }

    void write(SectionWriter writer, int size) throws IOException {
        var child = children.toArray();
        var parent = parents.toArray();
        var byParent = Grouping.sort(Grouping.identity(child.length), parent, size);
        var byChild = Grouping.sort(byParent, child, size);
        var parentOffsets = Grouping.offsets(child, size);
        var parentTargets = Grouping.pick(parent, byChild);
        var childOffsets = Grouping.offsets(parent, size);
        var childTargets = Grouping.pick(child, Grouping.sort(byChild, parent, size));
        writer.ints("parent.offsets", parentOffsets);
        writer.ints("parent.targets", parentTargets);
        writer.ints("child.offsets", childOffsets);
        writer.ints("child.targets", childTargets);
        var order = topological(size, parentOffsets, childOffsets, childTargets);
        writeClosure(writer, ancestors(order, parentOffsets, parentTargets));
    }

    /** Every concept after all its parents; refuses circles. */
    private static int[] topological(int size, int[] parentOffsets, int[] childOffsets, int[] childTargets) {
        var open = new int[size];
        var order = new int[size];
        var ready = 0;
        for (var concept = 0; concept < size; concept++) {
            open[concept] = parentOffsets[concept + 1] - parentOffsets[concept];
            if (open[concept] == 0) {
                order[ready++] = concept;
            }
        }
        for (var next = 0; next < ready; next++) {
            for (var edge = childOffsets[order[next]]; edge < childOffsets[order[next] + 1]; edge++) {
                if (--open[childTargets[edge]] == 0) {
                    order[ready++] = childTargets[edge];
                }
            }
        }
        if (ready < size) {
            throw new IllegalArgumentException("Some concepts stand in a circle of parents");
        }
        return order;
    }

    private static int[][] ancestors(int[] order, int[] offsets, int[] targets) {
        var ancestors = new int[order.length][];
        var stamps = new int[order.length];
        Arrays.fill(stamps, -1);
        var gathered = new IntList();
        for (var concept : order) {
            gathered.clear();
            for (var edge = offsets[concept]; edge < offsets[concept + 1]; edge++) {
                gather(targets[edge], concept, stamps, gathered);
                for (var above : ancestors[targets[edge]]) {
                    gather(above, concept, stamps, gathered);
                }
            }
            ancestors[concept] = gathered.toArray();
            Arrays.sort(ancestors[concept]);
        }
        return ancestors;
    }

    private static void gather(int ancestor, int concept, int[] stamps, IntList gathered) {
        if (stamps[ancestor] != concept) {
            stamps[ancestor] = concept;
            gathered.add(ancestor);
        }
    }

    private static void writeClosure(SectionWriter writer, int[][] ancestors) throws IOException {
        var offsets = new int[ancestors.length + 1];
        var counts = new int[ancestors.length];
        for (var concept = 0; concept < ancestors.length; concept++) {
            offsets[concept + 1] = Math.addExact(offsets[concept], ancestors[concept].length);
            for (var ancestor : ancestors[concept]) {
                counts[ancestor]++;
            }
        }
        var targets = new int[offsets[ancestors.length]];
        for (var concept = 0; concept < ancestors.length; concept++) {
            System.arraycopy(ancestors[concept], 0, targets, offsets[concept], ancestors[concept].length);
        }
        writer.ints("ancestor.offsets", offsets);
        writer.ints("ancestor.targets", targets);
        writer.ints("descendant.counts", counts);
        writeLarge(writer, ancestors, counts);
    }

    private static void writeLarge(SectionWriter writer, int[][] ancestors, int[] counts) throws IOException {
        var large = new IntList();
        var places = new int[counts.length];
        for (var concept = 0; concept < counts.length; concept++) {
            places[concept] = counts[concept] >= LARGE ? large.size() : -1;
            if (counts[concept] >= LARGE) {
                large.add(concept);
            }
        }
        var bitmaps = new RoaringBitmapWriter<?>[large.size()];
        Arrays.setAll(bitmaps, _ -> RoaringBitmapWriter.writer().get());
        for (var concept = 0; concept < ancestors.length; concept++) {
            for (var ancestor : ancestors[concept]) {
                if (places[ancestor] >= 0) {
                    bitmaps[places[ancestor]].add(concept);
                }
            }
        }
        var blob = new ByteArrayOutputStream();
        var offsets = new int[large.size() + 1];
        for (var place = 0; place < bitmaps.length; place++) {
            blob.writeBytes(SectionWriter.toBytes((RoaringBitmap) bitmaps[place].get()));
            offsets[place + 1] = blob.size();
        }
        writer.ints("large.concepts", large.toArray());
        writer.ints("large.offsets", offsets);
        writer.bytes("large.bitmaps", blob.toByteArray());
    }
}
