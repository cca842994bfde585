package org.hms.registry.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Person;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.privacy.Rectification.Closing;
import org.hms.registry.privacy.Rectification.Opening;
import org.hms.registry.privacy.Rectification.Route;
import org.hms.registry.privacy.Rectification.Statement;

/** The path of a rectification: from the person to the owner of the record, and back with a reason. */
public final class Rectifications {

    /** What a person can say is wrong: the values of a golden record. */
    public static final List<String> FIELDS =
            List.of("name", "sex", "birthDate", "birthOrder", "mother", "residence", "deceased", "identifier", "phone");

    private final PatientIndex index;
    private final RectificationStore store;
    private final Period term;
    private final InstantSource clock;

    /** @param term within which the owner has to answer */
    public Rectifications(PatientIndex index, RectificationStore store, Period term, InstantSource clock) {
        this.index = index;
        this.store = store;
        this.term = term;
        this.clock = clock;
    }

    /** What became of an answer to a request. */
    public sealed interface Answer {

        record Closed(Rectification request) implements Answer {}

        /** It had been answered before. */
        record ClosedBefore(Rectification request) implements Answer {}

        /** The record belongs to another source. */
        record NotTheirs() implements Answer {}

        record Unknown() implements Answer {}
    }

    public Rectification open(Caller caller, Person person, Statement statement) {
        var now = clock.instant();
        var opening = new Opening(
                caller.subject(), now, now.atOffset(ZoneOffset.UTC).plus(term).toInstant());
        var route = route(person, statement.field());
        return store.open(
                person.golden().eid(),
                statement,
                route,
                opening,
                audit(now, caller, "rectification-open", person.golden().eid(), route));
    }

    /** To the record the value came from; where nobody states the field, to the record that names the person. */
    private static Route route(Person person, String field) {
        return from(person, field)
                .or(() -> from(person, "name"))
                .orElseGet(() -> routeTo(person.members().getFirst()));
    }

    private static Optional<Route> from(Person person, String field) {
        return person.golden().provenance().stream()
                .filter(value -> value.field().equals(field))
                .map(GoldenValue::sourceRecord)
                .flatMap(id ->
                        person.members().stream().filter(member -> member.id().equals(id)))
                .findFirst()
                .map(Rectifications::routeTo);
    }

    private static Route routeTo(SourceRecord record) {
        return new Route(record.id(), record.source());
    }

    /** Whether the request is the caller's to see and answer: a source's own, or any for a steward. */
    public static boolean isTheirs(Rectification request, Caller caller) {
        return caller.role() != Role.SYSTEM || request.route().source().equals(caller.source());
    }

    public Answer answer(Caller caller, long id, Rectification.State state, String reason) {
        var found = store.find(id);
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        var request = found.get();
        if (!isTheirs(request, caller)) {
            return new Answer.NotTheirs();
        }
        var now = clock.instant();
        var closing = new Closing(state, reason, caller.subject(), now);
        boolean closed = request.closing() == null
                && store.close(id, closing, audit(now, caller, "rectification-close", request.eid(), request.route()));
        var after = store.find(id).orElse(request);
        return closed ? new Answer.Closed(after) : new Answer.ClosedBefore(after);
    }

    public Optional<Person> findPerson(String eid) {
        return index.findPerson(eid);
    }

    private static AuditEntry audit(Instant at, Caller caller, String action, String eid, Route route) {
        return new AuditEntry(at, caller, action, "Rectification", List.of(eid, route.recordId()), "success");
    }
}
