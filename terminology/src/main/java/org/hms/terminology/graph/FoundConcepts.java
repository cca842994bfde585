package org.hms.terminology.graph;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The concepts whose designations were found, each once, where it was found first. */
final class FoundConcepts extends FoundDocuments {
    private final Designations designations;
    private final @Nullable RoaringBitmap among;
    private final Bits seen;
    private final IntList concepts = new IntList();

    FoundConcepts(Designations designations, int size, @Nullable RoaringBitmap among) {
        this.designations = designations;
        this.among = among;
        seen = new Bits(size);
    }

    @Override
    void found(int designation) {
        var concept = designations.concept(designation);
        if (seen.add(concept) && (among == null || among.contains(concept))) {
            concepts.add(concept);
        }
    }

    boolean isEmpty() {
        return concepts.size() == 0;
    }

    int[] toArray() {
        return concepts.toArray();
    }
}
