package org.hms.terminology.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** The codes of a release while it is compiled; once they are all there, a code's ordinal is its place among their bytes. */
final class CodeTable {
    /** The order of the bytes, so that a mapped column can be searched. */
    static final Comparator<String> BY_BYTES = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private final List<String> codes = new ArrayList<>();
    private final Set<String> inactive = new HashSet<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private boolean sealed;

    /** Whether the code came for the first time; what its first row says counts. */
    boolean add(String code, boolean isInactive) {
        if (sealed) {
            throw new IllegalStateException("All concepts come before what is said of them");
        }
        if (code.isBlank()) {
            throw new IllegalArgumentException("A concept has a code");
        }
        if (ordinals.put(code, -1) != null) {
            return false;
        }
        codes.add(code);
        if (isInactive) {
            inactive.add(code);
        }
        return true;
    }

    /** The code's ordinal, or -1; from now on no code comes in. */
    int ordinal(String code) {
        if (!sealed) {
            seal();
        }
        return ordinals.getOrDefault(code, -1);
    }

    List<String> sorted() {
        if (!sealed) {
            seal();
        }
        return codes;
    }

    RoaringBitmap inactive() {
        var bitmap = new RoaringBitmap();
        inactive.forEach(code -> bitmap.add(ordinal(code)));
        return bitmap;
    }

    private void seal() {
        sealed = true;
        codes.sort(BY_BYTES);
        for (var ordinal = 0; ordinal < codes.size(); ordinal++) {
            ordinals.put(codes.get(ordinal), ordinal);
        }
    }
}
