package org.hms.matching.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values from a range of an array one after the other; lengths and numbers take seven bits of each byte, lowest first. */
final class Bytes {

    private final byte[] array;
    private int at;

    Bytes(byte[] array, int offset) {
        this.array = array;
        this.at = offset;
    }

    interface Reader<T> {
        T read(Bytes in);
    }

    byte next() {
        return array[at++];
    }

    boolean flag() {
        return next() != 0;
    }

    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = next();
            number |= (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    String text() {
        int length = number();
        var text = new String(array, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** All that is left, as one text. */
    String rest() {
        return new String(array, at, array.length - at, StandardCharsets.UTF_8);
    }

    <T> List<T> list(Reader<T> reader) {
        int size = number();
        if (size == 0) {
            return List.of();
        }
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(this));
        }
        return values;
    }

    <T> @Nullable T nullable(Reader<T> reader) {
        return flag() ? reader.read(this) : null;
    }

    /** A part that stands behind its length, and that may have been met before. */
    <T> T part(MetBefore<T> met) {
        int length = number();
        int from = at;
        at += length;
        return met.get(array, from, length);
    }
}
