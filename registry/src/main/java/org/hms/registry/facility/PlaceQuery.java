package org.hms.registry.facility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions that must all hold, and the part of the answer that is wanted.
 *
 * @param exactTotal whether they are all counted, however many
 */
public record PlaceQuery(List<PlaceCondition> conditions, int limit, int offset, boolean exactTotal) {

    /** A query that is content not to know how many there are where they are many. */
    public PlaceQuery(List<PlaceCondition> conditions, int limit, int offset) {
        this(conditions, limit, offset, false);
    }

    public PlaceQuery {
        conditions = List.copyOf(conditions);
        if (conditions.stream()
                        .filter(condition -> condition instanceof PlaceCondition.IsNear)
                        .count()
                > 1) {
            throw new IllegalArgumentException("Near one point only");
        }
    }

    public Optional<Circle> circle() {
        return conditions.stream()
                .flatMap(condition ->
                        condition instanceof PlaceCondition.IsNear(var circle) ? Stream.of(circle) : Stream.empty())
                .findFirst();
    }
}
