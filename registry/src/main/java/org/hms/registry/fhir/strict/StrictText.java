package org.hms.registry.fhir.strict;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as FHIR and XML 1.0 allow it: UTF-8 without control characters, lone surrogates and noncharacters. */
public final class StrictText {
    private static final int NONE = -1;

    private StrictText() {}

    /** Decodes UTF-8 without repairing anything; a leading byte order mark is dropped. */
    public static String decodeUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new Malformed("The body is not valid UTF-8 (byte " + in.position() + ")", placeAfter(out.flip()));
        }
        var text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What is wrong with this text, or an empty string. */
    public static String fault(CharSequence text) {
        var at = firstForbidden(text);
        if (at == NONE) {
            return "";
        }
        var c = text.charAt(at);
        if (c == 0) {
            return "A NUL character is not allowed";
        }
        return Character.isSurrogate(c)
                ? "A lone surrogate is not a character"
                : "The control character U+%04X is not allowed".formatted((int) c);
    }

    /** The index of the first character that no FHIR string may hold, or -1. */
    static int firstForbidden(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (isForbidden(c)) {
                return i;
            }
        }
        return NONE;
    }

    static Place placeOf(String text, int index) {
        return placeAfter(text.subSequence(0, index));
    }

    private static Place placeAfter(CharSequence before) {
        var line = 1;
        var column = 1;
        for (var i = 0; i < before.length(); i++) {
            column++;
            if (before.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place("", line, column);
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                || Character.isSurrogate(c)
                || c == '\uFFFE'
                || c == '\uFFFF';
    }
}
