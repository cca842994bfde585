package org.hms.registry.editorial.web;

import java.util.function.Supplier;
import org.hms.registry.editorial.Refused;
import org.hms.registry.web.ProblemException;

/** What the editorial office refuses, as a problem. */
final class Refusals {
    private Refusals() {}

    static <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (Refused e) {
            var reason = String.valueOf(e.getMessage());
            throw switch (e.kind()) {
                case NOT_FOUND -> ProblemException.notFound(reason);
                case CONFLICT -> ProblemException.conflict(reason);
                case FORBIDDEN -> ProblemException.forbidden(reason);
                case INVALID -> ProblemException.unprocessable(reason);
            };
        }
    }
}
