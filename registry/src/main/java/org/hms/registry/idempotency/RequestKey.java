package org.hms.registry.idempotency;

import java.util.regex.Pattern;

/** How a caller names one of its requests; another caller's request of the same name is another. */
public record RequestKey(String caller, String key) {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    public static boolean wellFormed(String key) {
        return PRINTABLE.matcher(key).matches();
    }
}
