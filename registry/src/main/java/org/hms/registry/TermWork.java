package org.hms.registry;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hms.registry.codes.web.TermResource;
import org.hms.registry.termwork.ConceptUses;
import org.hms.registry.termwork.CountedTermUse;
import org.hms.registry.termwork.TermUse;
import org.hms.registry.termwork.TermWorkSettings;
import org.hms.registry.termwork.UntranslatedQueries;
import org.hms.registry.termwork.store.JdbiConceptUseStore;
import org.hms.registry.termwork.store.JdbiUntranslatedStore;
import org.hms.registry.termwork.web.SignalResource;
import org.hms.registry.termwork.web.UntranslatedResource;
import org.hms.seed.DistrictRow;
import org.hms.seed.SeedData;
import org.hms.terminology.TerminologyService;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lexicon's use counted: what it could not answer, and what is looked up where; written every minute. */
final class TermWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TermWork.class);
    private static final int SECONDS = 60;
    private static final int PATIENCE = 10;

    private final TermWorkSettings settings;
    private final JdbiUntranslatedStore untranslated;
    private final JdbiConceptUseStore uses;
    private final UntranslatedQueries queries;
    private final ConceptUses counts;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor thread;

    TermWork(Jdbi jdbi, TermWorkSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.untranslated = new JdbiUntranslatedStore(jdbi);
        this.uses = new JdbiConceptUseStore(jdbi);
        this.queries = new UntranslatedQueries(untranslated, settings.untranslatedFrom(), clock);
        this.counts = new ConceptUses(uses, clock);
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("term-work").factory());
        thread.scheduleWithFixedDelay(() -> write(false), SECONDS, SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::forget, 0, 1, TimeUnit.DAYS);
    }

    /** Counts look-ups by district only where the early signal is on. */
    TermUse use() {
        Set<String> districts = settings.earlySignal()
                ? SeedData.districts().stream().map(DistrictRow::ineCode).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new CountedTermUse(queries, counts, districts);
    }

    List<Object> resources(TerminologyService terminology) {
        return List.of(
                new TermResource(terminology, use()),
                new UntranslatedResource(untranslated, settings.untranslatedFrom(), settings.untranslatedDays(), clock),
                new SignalResource(uses, settings.earlySignal(), clock));
    }

    private void write(boolean all) {
        try {
            queries.flush(all);
            counts.flush();
        } catch (RuntimeException e) {
            LOG.error("The use of the lexicon could not be written down", e);
        }
    }

    private void forget() {
        try {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            untranslated.forgetBefore(today.minusDays(settings.untranslatedDays()));
            uses.forgetBefore(today.minusWeeks(settings.signalWeeks()));
        } catch (RuntimeException e) {
            LOG.error("Counts of the lexicon's use that are due could not be forgotten", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("The count of the lexicon's use does not end; it is left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(true);
    }
}
