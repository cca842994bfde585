package org.hms.registry.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as bytes that grow: objects, arrays and values one after another, commas set where they belong. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_SIZE = 2_048;
    private static final int LONGEST_ESCAPE = 6;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean first = true;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    JsonBytes open(char bracket) {
        separate();
        put(bracket);
        first = true;
        return this;
    }

    JsonBytes close(char bracket) {
        put(bracket);
        first = false;
        return this;
    }

    /** The name of the value that comes next; a name needs no escape. */
    JsonBytes name(String name) {
        separate();
        room(name.length() + 3);
        bytes[size++] = '"';
        ascii(name);
        bytes[size++] = '"';
        bytes[size++] = ':';
        first = true;
        return this;
    }

    /** A value that stands as it is: a number, true or false. */
    void literal(String value) {
        separate();
        room(value.length());
        ascii(value);
        first = false;
    }

    /** A string; escaped is what JSON demands, and nothing else. */
    void text(String value) {
        separate();
        var raw = value.getBytes(StandardCharsets.UTF_8);
        room(raw.length * LONGEST_ESCAPE + 2);
        bytes[size++] = '"';
        for (var octet : raw) {
            if (octet == '"' || octet == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = octet;
            } else if (octet >= 0 && octet < FIRST_PRINTABLE) {
                escape(octet);
            } else {
                bytes[size++] = octet;
            }
        }
        bytes[size++] = '"';
        first = false;
    }

    private void escape(byte control) {
        bytes[size++] = '\\';
        var letter = switch (control) {
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 'u';
        };
        bytes[size++] = (byte) letter;
        if (letter == 'u') {
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[control >> 4];
            bytes[size++] = HEX[control & 0xf];
        }
    }

    private void separate() {
        if (!first) {
            put(',');
        }
    }

    private void put(char sign) {
        room(1);
        bytes[size++] = (byte) sign;
    }

    @SuppressWarnings("deprecation") // The only way to copy a string of ASCII without an array between.
    private void ascii(String text) {
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
