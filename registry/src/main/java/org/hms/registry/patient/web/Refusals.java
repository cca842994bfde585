package org.hms.registry.patient.web;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hms.registry.patient.ActRefused;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;

/** Tells why an act is not done: unknown, unfit, against what was decided, or not this steward's to do. */
final class Refusals {

    private Refusals() {}

    static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (ActRefused refused) {
            throw problem(refused);
        }
    }

    private static ProblemException problem(ActRefused refused) {
        var why = Objects.requireNonNullElse(refused.getMessage(), "The act is not done");
        return switch (refused.fault()) {
            case UNKNOWN -> ProblemException.notFound(why);
            case UNFIT -> ProblemException.unprocessable(why);
            case FORBIDDEN -> ProblemException.forbidden(why);
            case CONFLICT -> conflict(refused, why);
        };
    }

    private static ProblemException conflict(ActRefused refused, String why) {
        if (refused.contradicted().isEmpty()) {
            return ProblemException.conflict(why);
        }
        var acts = refused.contradicted().stream().sorted().toList();
        var detail = why + ": " + acts.stream().map(act -> "act " + act).collect(Collectors.joining(", "));
        return new ProblemException(Problem.of(409, "Conflict", detail)
                .with(acts.stream()
                        .map(act -> new Problem.Place("/api/v1/acts/" + act, "says otherwise"))
                        .toList()));
    }
}
