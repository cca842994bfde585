package org.hms.terminology.graph;

import org.roaringbitmap.RoaringBitmap;

/** The designations that were found. */
final class FoundDesignations extends FoundDocuments {
    private final Bits bits;

    FoundDesignations(int size) {
        bits = new Bits(size);
    }

    @Override
    void found(int designation) {
        bits.add(designation);
    }

    RoaringBitmap toBitmap() {
        return bits.toBitmap();
    }
}
