package org.hms.registry.job.remote;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.hms.registry.job.SyntheticPeople;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;
import org.jspecify.annotations.Nullable;

/** Feeds synthetic people to a running registry as sources do: {@code PUT Patient?identifier=}, many at a time. */
public final class PeopleLoader {

    private static final int AT_A_TIME = 192;

    private final ServiceClient service;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public PeopleLoader(ServiceClient service) {
        this.service = service;
    }

    /** How many records were accepted and how many refused, with the first refusal's words. */
    public record Loaded(
            int accepted, int refused, @Nullable String firstRefusal) {}

    /** Watches the load, one call for each record done. */
    public interface Progress {
        void step();
    }

    public Loaded load(long seed, int count, Progress progress) throws InterruptedException {
        var accepted = new AtomicInteger();
        var refusals = new ConcurrentLinkedQueue<String>();
        var places = new Semaphore(AT_A_TIME);
        var feeds = new ArrayList<Future<?>>();
        try (var records = Population.of(seed, count).records();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var record : (Iterable<SyntheticRecord>) records::iterator) {
                places.acquire();
                feeds.add(threads.submit(() -> {
                    try {
                        var answer = feed(record, seed);
                        if (answer.ok()) {
                            accepted.incrementAndGet();
                        } else {
                            refusals.add(answer.status() + " " + answer.body());
                        }
                    } finally {
                        places.release();
                        progress.step();
                    }
                    return null;
                }));
            }
            for (var feed : feeds) {
                await(feed);
            }
        }
        return new Loaded(accepted.get(), refusals.size(), refusals.peek());
    }

    private static void await(Future<?> feed) throws InterruptedException {
        try {
            feed.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private ServiceClient.Answer feed(SyntheticRecord record, long seed) throws InterruptedException {
        var key = SyntheticPeople.keyOf(record, seed);
        var body = fhir.newJsonParser().encodeResourceToString(SyntheticPatients.toPatient(record, key));
        return service.put("/fhir/Patient?identifier=" + ServiceClient.encode(key.system() + "|" + key.value()), body);
    }
}
