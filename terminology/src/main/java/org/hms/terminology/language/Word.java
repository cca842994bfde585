package org.hms.terminology.language;

import java.util.List;

/**
 * One word of what somebody wrote: strict and folded form, the stems it may have, the root of its Spanish reading, whether
 * it tells anything about health (frame words such as "che", "oguereko" or "tengo" do not), whether its own form is a
 * negative one, and whether the sentence denies it.
 */
public record Word(
        int position,
        String strict,
        String folded,
        List<Stem> stems,
        String root,
        boolean telling,
        boolean negative,
        boolean denied) {
    public Word {
        stems = List.copyOf(stems);
    }
}
