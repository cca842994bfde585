package org.hms.registry.patient.web;

import java.util.List;
import java.util.Locale;
import org.hms.registry.patient.Act;
import org.hms.registry.patient.Act.Said;
import org.hms.registry.patient.Intent;
import org.jspecify.annotations.Nullable;

/** An act as the API shows one: what was wanted, by whom and why, whom it is about and what became of it. */
public record ActView(
        long id,
        String kind,
        String state,
        Intent intent,
        int moves,
        @Nullable Long review,
        Said stated,
        @Nullable Said approved,
        @Nullable Said withdrawalProposed,
        @Nullable Said withdrawn,
        List<String> records) {

    /** One page of acts, newest first. */
    public record ActPage(long total, int limit, int offset, List<ActView> results) {
        public ActPage {
            results = List.copyOf(results);
        }
    }

    static ActView of(Act act, List<String> records) {
        return new ActView(
                act.id(),
                act.intent().kind().name().toLowerCase(Locale.ROOT),
                act.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                act.intent(),
                act.moves(),
                act.task(),
                act.stated(),
                act.approved(),
                act.withdrawalProposed(),
                act.withdrawn(),
                records);
    }
}
