package org.hms.registry.patient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a source has sent the same record again. */
final class ContentHash {

    private ContentHash() {}

    static String of(IncomingRecord record) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(record.source().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (record.active() ? 1 : 0));
            return HexFormat.of().formatHex(digest.digest(record.content().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
