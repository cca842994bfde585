package org.hms.matching.batch;

/** Divides a name written in one cell: at the comma where there is one, else by the number of its words. */
record FullName(String given, String family) {

    /** "Vera Rojas, Ana María", "Ana María Vera Rojas", "Ana Vera"; of three words the first is taken for the given name. */
    static FullName of(String text) {
        int comma = text.indexOf(',');
        if (comma >= 0) {
            return new FullName(
                    text.substring(comma + 1).strip(), text.substring(0, comma).strip());
        }
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            words += beginsWord(text, i) ? 1 : 0;
        }
        int given = words <= 3 ? Math.min(1, words) : words - 2;
        int at = 0;
        for (int begun = 0; at < text.length(); at++) {
            begun += beginsWord(text, at) ? 1 : 0;
            if (begun > given) {
                break;
            }
        }
        return new FullName(text.substring(0, at).strip(), text.substring(at).strip());
    }

    private static boolean beginsWord(String text, int at) {
        return !Character.isWhitespace(text.charAt(at)) && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
    }
}
