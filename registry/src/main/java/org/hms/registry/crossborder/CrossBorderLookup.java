package org.hms.registry.crossborder;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.matching.person.Identifier;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;

/**
 * Answers a neighbour with the least that helps: whether the person is known, and the neighbour's own identifiers of them.
 * Every question is written to the audit trail, whatever its answer.
 */
public final class CrossBorderLookup {

    private final List<Partner> partners;
    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    public CrossBorderLookup(Collection<Partner> partners, PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.partners = List.copyOf(partners);
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a neighbour is told. */
    public sealed interface Answer {

        /** One person is known by that identifier; these are the neighbour's own identifiers of them. */
        record Known(List<Identifier> own) implements Answer {
            public Known {
                own = List.copyOf(own);
            }
        }

        /** Nobody is known by it, or more than one person, which is as good as nobody. */
        record NotKnown() implements Answer {}

        /** The agreement does not cover the question. */
        record Refused(String reason) implements Answer {}
    }

    public Answer ask(Caller caller, String system, String value) {
        var asked = new Identifier(IdentifierSystems.canonical(system), value.strip());
        var partner = partner(caller);
        if (partner.isEmpty()) {
            return audited(
                    caller, List.of(), new Answer.Refused("There is no agreement with the caller's country in force"));
        }
        if (!partner.get().mayAskBy().contains(asked.system())) {
            return audited(
                    caller, List.of(), new Answer.Refused("The agreement does not cover this identifier system"));
        }
        var eids = List.copyOf(index.findPersonsWith(asked));
        return eids.size() == 1
                ? audited(caller, eids, new Answer.Known(own(eids.getFirst(), partner.get())))
                : audited(caller, eids, new Answer.NotKnown());
    }

    private Optional<Partner> partner(Caller caller) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return partners.stream()
                .filter(partner -> partner.country().equals(caller.country()))
                .filter(partner -> !partner.until().isBefore(today))
                .findFirst();
    }

    private List<Identifier> own(String eid, Partner partner) {
        return index.findPerson(eid).stream()
                .flatMap(person -> person.golden().demographics().identifiers().stream())
                .filter(identifier -> partner.ownSystems().contains(identifier.system()))
                .distinct()
                .toList();
    }

    private Answer audited(Caller caller, List<String> eids, Answer answer) {
        var outcome = switch (answer) {
            case Answer.Known _ -> "known";
            case Answer.NotKnown _ -> "not-known";
            case Answer.Refused _ -> "refused";
        };
        audit.record(new AuditEntry(clock.instant(), caller, "cross-border-lookup", "Patient", eids, outcome));
        return answer;
    }
}
