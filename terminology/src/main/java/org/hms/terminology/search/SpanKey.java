package org.hms.terminology.search;

/** A string to look up, the words of the sentence it stands for (as bits), and how surely it stands for them (0 to 1). */
record SpanKey(String key, String strict, long words, MatchKind kind, double quality) {
    boolean isBetterThan(SpanKey other) {
        return quality != other.quality ? quality > other.quality : Long.bitCount(words) > Long.bitCount(other.words);
    }
}
