package org.hms.matching.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Random numbers that whoever has the key can draw again and nobody else can guess: AES in counter mode. */
final class KeyStream {
    static final int KEY_BYTES = 16;
    private static final int AT_ONCE = 4096;

    private final Cipher cipher;
    private final byte[] zeros = new byte[AT_ONCE];
    private final ByteBuffer drawn = ByteBuffer.allocate(AT_ONCE).limit(0);

    KeyStream(byte[] key) {
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, 0, KEY_BYTES, "AES"),
                    new IvParameterSpec(new byte[KEY_BYTES]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES", e);
        }
    }

    int nextInt() {
        if (!drawn.hasRemaining()) {
            drawn.clear().put(cipher.update(zeros)).flip();
        }
        return drawn.getInt();
    }

    /** Below a bound, each number as likely as the others. */
    int below(int bound) {
        long limit = (1L << Integer.SIZE) / bound * bound;
        while (true) {
            long number = Integer.toUnsignedLong(nextInt());
            if (number < limit) {
                return (int) (number % bound);
            }
        }
    }
}
