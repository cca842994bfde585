package org.hms.registry.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.function.BinaryOperator;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.curation.Publication.Referring;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.Published;

/** Makes what refers to facilities that end refer to their heirs. */
final class Moves {

    private final Instant at;
    private final BinaryOperator<String> heirs;

    /** @param heirs the heir that an entry, by its id, has of a place; the place itself where nothing changes */
    Moves(Instant at, BinaryOperator<String> heirs) {
        this.at = at;
        this.heirs = heirs;
    }

    /** The next versions of those that move. */
    Referring of(Referring referring) {
        var roles = new ArrayList<Published<PractitionerRole>>();
        for (var role : referring.roles()) {
            var content = role.content();
            var moved = content.at(heirs.apply(content.id(), content.facility()));
            if (!moved.equals(content)) {
                roles.add(new Published<>(moved, role.version() + 1, at));
            }
        }
        var care = new ArrayList<Published<CareEntry>>();
        for (var entry : referring.care()) {
            var content = entry.content();
            var moved = content.following(place -> heirs.apply(content.id(), place));
            if (!moved.equals(content)) {
                care.add(new Published<>(moved, entry.version() + 1, at));
            }
        }
        return new Referring(roles, care);
    }
}
