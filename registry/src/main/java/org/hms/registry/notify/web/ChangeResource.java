package org.hms.registry.notify.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.notify.ChangeFeed;
import org.hms.registry.notify.ChangeWatch;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What changed in the patient index, for those who pull: a cursor through the change log, with ids and nothing else. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public final class ChangeResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final int LONGEST_WAIT = 30;

    /** The connection is closed when it is idle for 30 seconds, so the answer comes a little before. */
    private static final Duration MOST_WAITED = Duration.ofSeconds(28);

    private static final int WAITING_AT_ONCE = 128;

    private final ChangeFeed feed;
    private final ChangeWatch watch;
    private final Semaphore waiting = new Semaphore(WAITING_AT_ONCE);

    public ChangeResource(ChangeFeed feed, ChangeWatch watch) {
        this.feed = feed;
        this.watch = watch;
    }

    @GET
    @RolesAllowed({"admin", "steward", "system", "auditor"})
    @Operation(summary = "What happened to persons and records after a change number, by ids alone, oldest first")
    public ChangeFeed.Stretch list(
            @Parameter(description = "The change number up to which the caller knows; 0 when absent")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(description = "How many change numbers to look at, 1 to 1000; 100 when absent")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "Kinds of change, with commas between; all when absent")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "Seconds to wait for something to tell, at most 30") @QueryParam("wait") @Nullable
                    String wait,
            @Context SecurityContext security)
            throws InterruptedException {
        var caller = (Caller) security.getUserPrincipal();
        long from = number("since", since, 0, 0, Long.MAX_VALUE / 2);
        int most = (int) number("limit", limit, DEFAULT_LIMIT, 1, MOST);
        var kinds = kinds(kind);
        long seconds = number("wait", wait, 0, 0, LONGEST_WAIT);
        var stretch = feed.after(from, most, kinds, caller);
        if (seconds == 0 || !stretch.changes().isEmpty() || !waiting.tryAcquire()) {
            return stretch;
        }
        try {
            return waited(stretch, most, kinds, caller, Duration.ofSeconds(seconds));
        } finally {
            waiting.release();
        }
    }

    /** Looks again at each change until there is something to tell; what was looked at in vain is not looked at twice. */
    private ChangeFeed.Stretch waited(
            ChangeFeed.Stretch first, int limit, Set<String> kinds, Caller caller, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + (patience.compareTo(MOST_WAITED) < 0 ? patience : MOST_WAITED).toNanos();
        var stretch = first;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            watch.awaitAfter(stretch.next(), Duration.ofNanos(left));
            stretch = feed.after(stretch.next(), limit, kinds, caller);
            if (!stretch.changes().isEmpty()) {
                break;
            }
        }
        return new ChangeFeed.Stretch(first.since(), stretch.next(), stretch.last(), stretch.changes());
    }

    private static Set<String> kinds(@Nullable String kind) {
        if (kind == null) {
            return Set.of();
        }
        var kinds = Arrays.stream(kind.split(",")).map(String::strip).collect(Collectors.toSet());
        if (!ChangeFeed.KINDS.containsAll(kinds)) {
            throw ProblemException.badParameter("kind", "is one or more of " + new TreeSet<>(ChangeFeed.KINDS));
        }
        return kinds;
    }

    private static long number(String name, @Nullable String text, long otherwise, long least, long most) {
        if (text == null) {
            return otherwise;
        }
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw ProblemException.badParameter(name, "is a whole number from " + least + " to " + most);
        }
        return number;
    }
}
