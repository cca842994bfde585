package org.hms.registry.termwork;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hms.registry.termwork.UntranslatedStore.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the lexicon had no answer to. Who types "akanu" on the way to "akanundu" has asked once: a query that goes on
 * from the same caller's last one takes its place. Nothing is written down before it was asked a number of times, so that a
 * name typed into the wrong field is forgotten; who asked is never written.
 */
public final class UntranslatedQueries {
    private static final Duration STILL_TYPING = Duration.ofSeconds(20);
    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");
    private static final String ANY_LANGUAGE = "und";
    private static final int MOST_CALLERS = 2_000;
    private static final int MOST_RARE = 20_000;

    /** What a caller typed last, and whether it is one to be counted. */
    private record Typed(String text, String language, Instant at, boolean counts) {}

    private record Rare(String text, String language) {}

    private final UntranslatedStore store;
    private final int from;
    private final InstantSource clock;
    private final Map<String, Typed> typing = new LinkedHashMap<>();
    private final Map<Rare, Map<LocalDate, Long>> rare = new LinkedHashMap<>();
    private final Map<Cell, Long> due = new HashMap<>();

    /** @param from how often a query is asked before it is written down */
    public UntranslatedQueries(UntranslatedStore store, int from, InstantSource clock) {
        this.store = store;
        this.from = from;
        this.clock = clock;
    }

    /** A caller asked this, and the lexicon did or did not know it. */
    public synchronized void asked(String caller, String text, @Nullable String language, boolean known) {
        var now = clock.instant();
        var normal = QueryText.of(text);
        if (normal.isEmpty()) {
            return;
        }
        var last = typing.remove(caller);
        if (last != null
                && !(normal.get().startsWith(last.text())
                        && now.isBefore(last.at().plus(STILL_TYPING)))) {
            count(last);
        }
        typing.put(caller, new Typed(normal.get(), language == null ? ANY_LANGUAGE : language(language), now, !known));
        if (typing.size() > MOST_CALLERS) {
            var eldest = typing.entrySet().iterator();
            count(eldest.next().getValue());
            eldest.remove();
        }
    }

    /** Counts who has stopped typing and writes what is due; called every so often, and at the end with nobody waited for. */
    public void flush(boolean all) {
        store.add(takeDue(all));
    }

    private synchronized Map<Cell, Long> takeDue(boolean all) {
        var now = clock.instant();
        typing.values().removeIf(typed -> {
            var hasStopped = all || !now.isBefore(typed.at().plus(STILL_TYPING));
            if (hasStopped) {
                count(typed);
            }
            return hasStopped;
        });
        var taken = Map.copyOf(due);
        due.clear();
        return taken;
    }

    private void count(Typed typed) {
        if (!typed.counts()) {
            return;
        }
        var key = new Rare(typed.text(), typed.language());
        var days = rare.computeIfAbsent(key, _ -> new HashMap<>());
        days.merge(typed.at().atZone(PARAGUAY).toLocalDate(), 1L, Long::sum);
        if (days.values().stream().mapToLong(Long::longValue).sum() >= from) {
            days.forEach((day, asked) -> due.merge(new Cell(typed.text(), typed.language(), day), asked, Long::sum));
            rare.remove(key);
        } else if (rare.size() > MOST_RARE) {
            rare.remove(rare.keySet().iterator().next());
        }
    }

    private static String language(String tag) {
        return Pattern.compile("[-_]").split(tag, 2)[0];
    }
}
