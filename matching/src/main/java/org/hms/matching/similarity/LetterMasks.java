package org.hms.matching.similarity;

/**
 * For each letter of a word the places where it stands, as the bits of a long: what the bit-parallel measures ask. Words of
 * up to 64 Latin letters fit. Each thread has one table, lent filled and given back clean, so that comparing needs no memory.
 */
final class LetterMasks {
    static final int LONGEST = 64;
    private static final int LETTERS = 256;
    private static final ThreadLocal<long[]> TABLES = ThreadLocal.withInitial(() -> new long[LETTERS]);

    private LetterMasks() {}

    static long[] table() {
        return TABLES.get();
    }

    /** Whether the beginning of this length was written into the table; a table that was refused is left clean. */
    static boolean fill(long[] table, String word, int length) {
        for (int i = 0; i < length; i++) {
            char letter = word.charAt(i);
            if (letter >= table.length) {
                clear(table, word, i);
                return false;
            }
            table[letter] |= 1L << i;
        }
        return true;
    }

    static void clear(long[] table, String word, int length) {
        for (int i = 0; i < length; i++) {
            table[word.charAt(i)] = 0;
        }
    }

    /** Where the letter stands in the word the table was filled with. */
    static long places(long[] table, char letter) {
        return letter < table.length ? table[letter] : 0;
    }
}
