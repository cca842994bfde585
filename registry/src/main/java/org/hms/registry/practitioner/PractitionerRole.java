package org.hms.registry.practitioner;

import java.time.LocalDate;
import java.util.List;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** What a professional does at a facility, since a day and, if it has ended, until another (both included). */
public record PractitionerRole(
        String id,
        String practitioner,
        String facility,
        @Nullable DirectoryType role,
        DirectoryType specialty,
        LocalDate since,
        @Nullable LocalDate until)
        implements DirectoryEntry {

    /** Ids of roles begin with this. */
    public static final String ID_PREFIX = "r";

    public PractitionerRole {
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("The role " + id + " ends before it begins");
        }
    }

    /** The entry stands; whether the role does is a question of the day. */
    @Override
    public boolean active() {
        return true;
    }

    /** The same at another facility. */
    public PractitionerRole at(String other) {
        return new PractitionerRole(id, practitioner, other, role, specialty, since, until);
    }

    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }

    @Override
    public List<DirectoryIdentifier> identifiers() {
        return List.of();
    }

    @Override
    public List<DirectoryName> names() {
        return List.of();
    }
}
