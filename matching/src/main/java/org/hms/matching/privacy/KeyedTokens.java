package org.hms.matching.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where the tokens of one feature fall in the filter, by HMAC-SHA256 under the feature's key. Thread-safe. */
final class KeyedTokens {
    private static final int REMEMBERED = 100_000;
    private static final int POSITIONS_OF_A_DIGEST = 16;

    private final Mac mac;
    private final boolean independent;
    private final ConcurrentHashMap<String, long[]> digests = new ConcurrentHashMap<>();

    /** @param independent to draw each position by itself, not by double hashing */
    KeyedTokens(byte[] key, boolean independent) {
        this.mac = mac(key);
        this.independent = independent;
    }

    static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Sets the positions of a token; the filter's bits are a power of two. */
    void add(String token, int count, long[] filter) {
        int last = filter.length * Long.SIZE - 1;
        if (!independent) {
            var digest = digest(token, 0);
            long step = digest[1] | 1;
            for (int i = 0; i < count; i++) {
                set(filter, (int) (digest[0] + i * step) & last);
            }
            return;
        }
        for (int first = 0; first < count; first += POSITIONS_OF_A_DIGEST) {
            var digest = digest(token, first / POSITIONS_OF_A_DIGEST);
            for (int i = 0; i < Math.min(POSITIONS_OF_A_DIGEST, count - first); i++) {
                set(filter, (int) (digest[i / 4] >>> 16 * (i % 4)) & last);
            }
        }
    }

    private static void set(long[] filter, int position) {
        filter[position >> 6] |= 1L << position;
    }

    private long[] digest(String token, int block) {
        var text = block == 0 ? token : token + '\0' + block;
        var known = digests.get(text);
        if (known != null) {
            return known;
        }
        var numbers = new long[4];
        ByteBuffer.wrap(digest(text)).asLongBuffer().get(numbers);
        if (digests.size() < REMEMBERED) {
            digests.put(text, numbers);
        }
        return numbers;
    }

    private byte[] digest(String text) {
        try {
            return ((Mac) mac.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HmacSHA256 can be cloned", e);
        }
    }
}
