package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.List;

/** FHIR's escapes in search values: a backslash before comma, bar, dollar or itself. */
final class Escapes {

    private Escapes() {}

    static List<String> split(String value, char separator) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == separator) {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(value.substring(start));
        return parts;
    }

    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var plain = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var escapes =
                    value.charAt(i) == '\\' && i + 1 < value.length() && "\\,|$".indexOf(value.charAt(i + 1)) >= 0;
            i += escapes ? 1 : 0;
            plain.append(value.charAt(i));
        }
        return plain.toString();
    }
}
