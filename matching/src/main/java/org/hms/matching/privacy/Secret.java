package org.hms.matching.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** What the partners share and nobody else has; it only ever leaves this class as keys derived from it. */
public final class Secret {
    static final int LEAST_BYTES = 16;
    private static final int LEAST_DIFFERENT_BYTES = 8;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws InvalidEncoding if it is short or repeats few bytes; a line end after it does not belong to it */
    public static Secret read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The secret cannot be read: " + file, e);
        }
    }

    public static Secret of(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        if (length < LEAST_BYTES) {
            throw new InvalidEncoding("secret", "has at least " + LEAST_BYTES + " bytes");
        }
        var different = new boolean[256];
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += different[bytes[i] & 0xff] ? 0 : 1;
            different[bytes[i] & 0xff] = true;
        }
        if (count < LEAST_DIFFERENT_BYTES) {
            throw new InvalidEncoding("secret", "repeats few bytes; draw it at random");
        }
        return new Secret(Arrays.copyOf(bytes, length));
    }

    /** A key for one purpose under one schema: the same secret gives nothing in common under another schema. */
    byte[] key(EncodingSchema schema, String purpose, int length) {
        return hkdf(bytes, HexFormat.of().parseHex(schema.hash()), purpose.getBytes(StandardCharsets.UTF_8), length);
    }

    /** Tells whether two files were encoded with one secret, and nothing else. */
    String checkValue(EncodingSchema schema) {
        return HexFormat.of().formatHex(key(schema, "check value", 16));
    }

    /** <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a> with SHA-256. */
    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        try {
            var extract = HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt);
            return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has HKDF-SHA256 since version 25", e);
        }
    }
}
