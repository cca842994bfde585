package org.hms.registry.practitioner;

import java.time.LocalDate;
import java.util.List;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Wanted;

/** A condition on a role. The alternatives within one are joined by "or". */
public sealed interface RoleCondition {

    /** What may be asked of any entry of the directory. */
    record Entry(EntryCondition condition) implements RoleCondition {}

    record IsAt(List<String> facilities) implements RoleCondition {
        public IsAt {
            facilities = List.copyOf(facilities);
        }
    }

    record IsOf(List<String> practitioners) implements RoleCondition {
        public IsOf {
            practitioners = List.copyOf(practitioners);
        }
    }

    /** Of the place where it is, this holds. */
    record IsAtPlace(PlaceCondition condition) implements RoleCondition {}

    /** Of whoever has it, this holds. */
    record IsOfProfessional(EntryCondition condition) implements RoleCondition {}

    /** One of these services is offered where it is, in its specialty. */
    record ServesIn(List<String> services) implements RoleCondition {
        public ServesIn {
            services = List.copyOf(services);
        }
    }

    record HasRole(List<Wanted> anyOf) implements RoleCondition {
        public HasRole {
            anyOf = List.copyOf(anyOf);
        }
    }

    record HasSpecialty(List<Wanted> anyOf) implements RoleCondition {
        public HasSpecialty {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Whether it has begun and not ended on a day. */
    record IsActiveOn(LocalDate day, List<Boolean> anyOf) implements RoleCondition {
        public IsActiveOn {
            anyOf = List.copyOf(anyOf);
        }
    }
}
