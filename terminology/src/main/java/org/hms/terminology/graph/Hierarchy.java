package org.hms.terminology.graph;

import java.util.stream.IntStream;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Who stands above and beneath whom. Subsumption is a search among the ancestors, which are all kept. */
public final class Hierarchy {
    private final Sections sections;
    private final int size;
    private final IntColumn parentOffsets;
    private final IntColumn parentTargets;
    private final IntColumn childOffsets;
    private final IntColumn childTargets;
    private final IntColumn ancestorOffsets;
    private final IntColumn ancestorTargets;
    private final IntColumn counts;
    private final IntColumn large;
    private final IntColumn largeOffsets;

    Hierarchy(Sections sections, int size) {
        this.sections = sections;
        this.size = size;
        parentOffsets = sections.ints("parent.offsets");
        parentTargets = sections.ints("parent.targets");
        childOffsets = sections.ints("child.offsets");
        childTargets = sections.ints("child.targets");
        ancestorOffsets = sections.ints("ancestor.offsets");
        ancestorTargets = sections.ints("ancestor.targets");
        counts = sections.ints("descendant.counts");
        large = sections.ints("large.concepts");
        largeOffsets = sections.ints("large.offsets");
    }

    public int[] parents(int concept) {
        return parentTargets.slice(parentOffsets.get(concept), parentOffsets.get(concept + 1));
    }

    public int[] children(int concept) {
        return childTargets.slice(childOffsets.get(concept), childOffsets.get(concept + 1));
    }

    /** How many concepts stand beneath. */
    public int countDescendants(int concept) {
        return counts.get(concept);
    }

    /** Whether the first is the second, or stands above it. */
    public boolean subsumes(int ancestor, int descendant) {
        return ancestor == descendant
                || ancestorTargets.search(
                                ancestor, ancestorOffsets.get(descendant), ancestorOffsets.get(descendant + 1))
                        >= 0;
    }

    /** All beneath, without the concept itself. */
    public RoaringBitmap descendants(int concept) {
        var place = counts.get(concept) < HierarchyBuilder.LARGE ? -1 : large.search(concept, 0, large.size());
        if (place >= 0) {
            var from = largeOffsets.get(place);
            return Sections.toBitmap(sections.get("large.bitmaps").asSlice(from, largeOffsets.get(place + 1) - from));
        }
        var found = new RoaringBitmap();
        addDescendants(concept, found);
        return found;
    }

    /** All above, without the concept itself. */
    public RoaringBitmap ancestors(int concept) {
        return RoaringBitmap.bitmapOf(
                ancestorTargets.slice(ancestorOffsets.get(concept), ancestorOffsets.get(concept + 1)));
    }

    /** All beneath any of the concepts; one of them is among these only where it stands beneath another. */
    public RoaringBitmap descendants(RoaringBitmap concepts) {
        if (concepts.getCardinality() == 1) {
            return descendants(concepts.first());
        }
        var found = new Bits(size);
        var waiting = new IntList();
        concepts.forEach((IntConsumer) waiting::add);
        walk(waiting, found);
        return found.toBitmap();
    }

    public RoaringBitmap ancestors(RoaringBitmap concepts) {
        var found = new Bits(size);
        concepts.forEach((IntConsumer) concept -> {
            for (var edge = ancestorOffsets.get(concept); edge < ancestorOffsets.get(concept + 1); edge++) {
                found.add(ancestorTargets.get(edge));
            }
        });
        return found.toBitmap();
    }

    public RoaringBitmap children(RoaringBitmap concepts) {
        var found = new Bits(size);
        concepts.forEach(
                (IntConsumer) concept -> IntStream.of(children(concept)).forEach(found::add));
        return found.toBitmap();
    }

    public RoaringBitmap parents(RoaringBitmap concepts) {
        var found = new Bits(size);
        concepts.forEach((IntConsumer) concept -> IntStream.of(parents(concept)).forEach(found::add));
        return found.toBitmap();
    }

    private void addDescendants(int concept, RoaringBitmap found) {
        for (var edge = childOffsets.get(concept); edge < childOffsets.get(concept + 1); edge++) {
            if (found.checkedAdd(childTargets.get(edge))) {
                addDescendants(childTargets.get(edge), found);
            }
        }
    }

    private void walk(IntList waiting, Bits found) {
        for (var next = 0; next < waiting.size(); next++) {
            var concept = waiting.get(next);
            for (var edge = childOffsets.get(concept); edge < childOffsets.get(concept + 1); edge++) {
                if (found.add(childTargets.get(edge))) {
                    waiting.add(childTargets.get(edge));
                }
            }
        }
    }
}
