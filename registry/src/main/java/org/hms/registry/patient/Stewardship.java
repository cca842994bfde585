package org.hms.registry.patient;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;
import org.hms.registry.patient.StewardStore.Page;
import org.hms.registry.patient.StewardStore.Wanted;

/**
 * The way in for stewards. An act is done by the one writer, in one transaction with all it changes, and is answered when it
 * can be seen; nothing of it is ever lost, and all of it can be withdrawn.
 */
public final class Stewardship {

    private final Resolver resolver;
    private final ActResolution resolution;
    private final StewardStore store;

    public Stewardship(Resolver resolver, ActResolution resolution, StewardStore store) {
        this.resolver = resolver;
        this.resolution = resolution;
        this.store = store;
    }

    /** Does it, or keeps it as a proposal when it moves too many records for one steward. */
    public Act state(Caller caller, Intent intent, String reason) {
        return perform(() -> resolution.state(caller, intent, reason, null));
    }

    /** What would change; nothing is written. */
    public Foreseen foresee(Caller caller, Intent intent) {
        return perform(() -> resolution.foresee(caller, intent));
    }

    public Foreseen foreseeWithdrawal(long act) {
        return perform(() -> resolution.foreseeWithdrawal(act));
    }

    public Act approve(Caller caller, long act, String reason) {
        return perform(() -> resolution.approve(caller, act, reason));
    }

    /** Lets an act stand whose withdrawal was proposed. */
    public Act keep(long act) {
        return perform(() -> resolution.keep(act));
    }

    /** Takes an act back with all it decided, or proposes to when that moves too many records; what others decided stays. */
    public Act withdraw(Caller caller, long act, String reason) {
        return perform(() -> resolution.withdraw(caller, act, reason));
    }

    public Optional<Act> find(long act) {
        return store.find(act);
    }

    public List<String> recordsOf(long act) {
        return store.recordsOf(act).stream().sorted().toList();
    }

    public Page list(Wanted wanted) {
        return store.list(wanted);
    }

    /** For what is already done in the one writer's turn. */
    ActResolution now() {
        return resolution;
    }

    /** Does something in the one writer's turn and waits for it. */
    <T> T perform(Supplier<T> errand) {
        try {
            return resolver.submit(errand).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an act was being done; it may have been done", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
