package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.List;
import org.hms.registry.access.Caller;

/** Which persons are wanted, in which order, and which page of them. */
public record PersonQuery(List<PersonCondition> conditions, List<Order> order, int limit, int offset) {
    public PersonQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    /**
     * The same as somebody may ask it: whoever does not see who confidential persons are finds them by an identifier of theirs
     * alone, and by nothing that would tell what they are called or when they were born.
     */
    public PersonQuery askedBy(Caller caller) {
        boolean byNumber = conditions.stream()
                .anyMatch(condition -> condition instanceof PersonCondition.HasEid
                        || condition instanceof PersonCondition.HasIdentifier(var wanted)
                                && wanted.stream().allMatch(one -> one.value() != null));
        if (Discretion.seesAll(caller) || byNumber && conditions.size() == 1) {
            return this;
        }
        var narrowed = new ArrayList<>(conditions);
        narrowed.add(new PersonCondition.ShownTo(caller.source()));
        return new PersonQuery(narrowed, order, limit, offset);
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
