package org.hms.registry.fhir.strict;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Percent-encoding read to the letter: nothing is repaired, and no control character comes through. */
public final class StrictUrl {

    /** One name and value of a query or form, decoded. */
    public record Pair(String name, String value) {}

    private static final char FIRST_BEYOND_ASCII = 0x80;

    private StrictUrl() {}

    /** The pairs of a query string or form in their order. */
    public static List<Pair> pairs(String query) {
        var pairs = new ArrayList<Pair>();
        for (var part : query.split("&")) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                pairs.add(new Pair(decode(name, true), equals < 0 ? "" : decode(part.substring(equals + 1), true)));
            }
        }
        return pairs;
    }

    public static String decode(String raw, boolean plusIsSpace) {
        if (isPlain(raw)) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '%') {
                bytes.write(octet(raw, i));
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes.write(' ');
            } else {
                // Most of a URL is ASCII and needs no string of its own.
                if (c < FIRST_BEYOND_ASCII) {
                    bytes.write(c);
                    continue;
                }
                var character = Character.toString(raw.codePointAt(i));
                bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
                i += character.length() - 1;
            }
        }
        return text(bytes.toByteArray());
    }

    /** Whether it stands for itself. */
    private static boolean isPlain(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '%' || c == '+' || c < ' ' || c >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static int octet(String raw, int percent) {
        if (percent + 2 < raw.length()) {
            var high = Character.digit(raw.charAt(percent + 1), 16);
            var low = Character.digit(raw.charAt(percent + 2), 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        }
        throw new Malformed("The URL holds an invalid percent-encoding", Place.WHOLE);
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StrictText.decodeUtf8(bytes);
        } catch (Malformed e) {
            throw new Malformed("The URL is not valid UTF-8", Place.WHOLE);
        }
        var fault = StrictText.fault(text);
        if (!fault.isEmpty()) {
            throw new Malformed(fault + " in a URL", Place.WHOLE);
        }
        return text;
    }
}
