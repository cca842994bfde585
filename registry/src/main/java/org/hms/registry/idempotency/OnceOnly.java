package org.hms.registry.idempotency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Carries a request out once for its key: who comes at the same time waits for the first, who comes later gets the first
 * answer. What was refused is not kept, so that it can be mended and sent again.
 */
public final class OnceOnly {

    private final AnswerStore store;
    private final Duration life;
    private final InstantSource clock;
    private final ConcurrentHashMap<RequestKey, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    public OnceOnly(AnswerStore store, Duration life, InstantSource clock) {
        this.store = store;
        this.life = life;
        this.clock = clock;
    }

    /** Throws {@link OtherRequest} when the key stands for a request with another fingerprint. */
    public StoredAnswer answer(RequestKey key, String fingerprint, Supplier<StoredAnswer> request) {
        while (true) {
            var mine = new CompletableFuture<Void>();
            var others = underWay.putIfAbsent(key, mine);
            if (others == null) {
                try {
                    return keptOr(key, fingerprint, request);
                } finally {
                    underWay.remove(key);
                    mine.complete(null);
                }
            }
            others.join();
        }
    }

    private StoredAnswer keptOr(RequestKey key, String fingerprint, Supplier<StoredAnswer> request) {
        var kept = store.find(key, clock.instant().minus(life));
        if (kept.isPresent()) {
            if (!kept.get().fingerprint().equals(fingerprint)) {
                throw new OtherRequest();
            }
            return kept.get();
        }
        var answer = request.get();
        store.keep(key, answer, clock.instant(), clock.instant().minus(life));
        return answer;
    }
}
