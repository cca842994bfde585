package org.hms.matching.block;

import java.util.List;

/** Who was found, those sharing most blocks first, and which blocks were left unopened. */
public record Candidates(List<Candidate> candidates, List<BlockOverflow> overflows) {
    public Candidates {
        candidates = List.copyOf(candidates);
        overflows = List.copyOf(overflows);
    }
}
