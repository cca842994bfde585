package org.hms.matching.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The hardening steps of a schema in their order, each with its key. Thread-safe. */
public final class Hardener {
    private final List<Hardening.Step> steps;

    private Hardener(List<Hardening.Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static Hardener of(EncodingSchema schema, Secret secret) {
        return with(
                schema,
                step -> secret.key(
                        schema, "hardening " + step + " " + schema.hardening().get(step), 32));
    }

    /** Under a key that everybody knows: for what hardening does to similarities, never for records. */
    public static Hardener ofZeros(EncodingSchema schema) {
        return with(schema, step -> new byte[32]);
    }

    private static Hardener with(EncodingSchema schema, IntFunction<byte[]> keys) {
        var steps = new ArrayList<Hardening.Step>();
        int bits = schema.bits();
        for (int i = 0; i < schema.hardening().size(); i++) {
            var hardening = schema.hardening().get(i);
            steps.add(hardening.prepare(bits, keys.apply(i)));
            bits = hardening.bits(bits);
        }
        return new Hardener(steps);
    }

    public long[] harden(long[] filter, String recordId) {
        var hardened = filter;
        for (var step : steps) {
            hardened = step.apply(hardened, recordId);
        }
        return hardened;
    }
}
