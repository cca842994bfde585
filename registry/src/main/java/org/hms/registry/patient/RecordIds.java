package org.hms.registry.patient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names source records. The name is a keyed hash of the record's key: it says nothing of the number a source uses, and it
 * does not depend on the order in which records come in, so neither do the clusters whose ties it breaks.
 */
public final class RecordIds {

    private static final int BYTES = 12;

    private final byte[] secret;

    public RecordIds(byte[] secret) {
        this.secret = secret.clone();
    }

    public String of(RecordKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(key.system().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            var hash = mac.doFinal(key.value().getBytes(StandardCharsets.UTF_8));
            return "r-" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
