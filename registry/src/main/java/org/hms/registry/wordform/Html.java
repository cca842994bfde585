package org.hms.registry.wordform;

/** A page that is being written; all that is not markup is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(2_000);

    /** Markup as it stands; a question mark takes the next value, escaped. */
    Html add(String markup, String... values) {
        var next = 0;
        for (var at = 0; at < markup.length(); at++) {
            var sign = markup.charAt(at);
            if (sign == '?' && next < values.length) {
                page.append(escaped(values[next++]));
            } else {
                page.append(sign);
            }
        }
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
