package org.hms.registry.patient;

import java.util.List;

/** Which persons are wanted, in which order, and which page of them. */
public record PersonQuery(List<PersonCondition> conditions, List<Order> order, int limit, int offset) {
    public PersonQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    /** One key of the order; persons that are alike in all keys follow by enterprise id. */
    public record Order(By by, boolean descending) {}

    /** What persons can be ordered by. */
    public enum By {
        EID,
        UPDATED,
        BIRTH_DATE,
        FAMILY,
        GIVEN
    }
}
