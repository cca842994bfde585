package org.hms.registry.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of entries that come from a source's list: short, without meaning, and the same each time the row is loaded. */
public final class DirectoryIds {

    private static final int BYTES = 6;

    private DirectoryIds() {}

    /** The id of a row: a prefix for the kind of entry and the beginning of a hash of source and row. */
    public static String of(String prefix, String source, String row) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            var hash = digest.digest(row.getBytes(StandardCharsets.UTF_8));
            return prefix + "-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
