package org.hms.registry.practitioner.store;

import java.util.List;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Professionals and roles as entries of the directory. */
public final class ProviderStores {

    private ProviderStores() {}

    /** Professionals are searched by what all entries have in common. */
    public static JdbiDirectoryStore<Practitioner> ofPractitioners(Jdbi jdbi) {
        return new JdbiDirectoryStore<>(jdbi, Practitioner.class, (transaction, entries) -> {});
    }

    public static JdbiDirectoryStore<PractitionerRole> ofRoles(Jdbi jdbi) {
        return new JdbiDirectoryStore<>(jdbi, PractitionerRole.class, ProviderStores::writeRoles);
    }

    private static void writeRoles(Handle transaction, List<PractitionerRole> roles) {
        var batch = transaction.prepareBatch("""
                INSERT INTO practitioner_role (id, practitioner, facility, role_system, role, specialty_system, specialty,
                                               since, until)
                VALUES (:id, :practitioner, :facility, :roleSystem, :role, :specialtySystem, :specialty, :since, :until)
                ON CONFLICT (id) DO UPDATE SET practitioner = excluded.practitioner, facility = excluded.facility,
                    role_system = excluded.role_system, role = excluded.role,
                    specialty_system = excluded.specialty_system, specialty = excluded.specialty,
                    since = excluded.since, until = excluded.until
                """);
        for (var entry : roles) {
            var role = entry.role();
            batch.bind("id", entry.id())
                    .bind("practitioner", entry.practitioner())
                    .bind("facility", entry.facility())
                    .bind("roleSystem", role == null ? null : role.system())
                    .bind("role", role == null ? null : role.code())
                    .bind("specialtySystem", entry.specialty().system())
                    .bind("specialty", entry.specialty().code())
                    .bind("since", entry.since())
                    .bind("until", entry.until())
                    .add();
        }
        batch.execute();
    }
}
