package org.hms.registry.curation.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hms.registry.access.Caller;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.careservice.store.CareStores;
import org.hms.registry.curation.CurationRequest;
import org.hms.registry.curation.CurationStore;
import org.hms.registry.curation.Publication;
import org.hms.registry.curation.Publication.Referring;
import org.hms.registry.facility.Facility;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Requests in Postgres; stores of the same database join its transaction. */
public final class JdbiCurationStore implements CurationStore {

    private final Jdbi jdbi;
    private final DirectoryStore<Facility> facilities;
    private final DirectoryStore<PractitionerRole> roles;
    private final DirectoryStore<HealthcareService> services;
    private final DirectoryStore<Endpoint> endpoints;
    private final DirectoryStore<OrganizationAffiliation> affiliations;
    private final StoredJson json = new StoredJson();

    public JdbiCurationStore(Jdbi jdbi, DirectoryStore<Facility> facilities, DirectoryStore<PractitionerRole> roles) {
        this.jdbi = jdbi;
        this.facilities = facilities;
        this.roles = roles;
        this.services = CareStores.entries(jdbi, HealthcareService.class);
        this.endpoints = CareStores.entries(jdbi, Endpoint.class);
        this.affiliations = CareStores.entries(jdbi, OrganizationAffiliation.class);
    }

    @Override
    public <R> R together(Supplier<R> work) {
        return jdbi.inTransaction(transaction -> work.get());
    }

    @Override
    public CurationRequest add(CurationRequest request) {
        return jdbi.inTransaction(transaction -> {
            long id = transaction
                    .createUpdate("""
                        INSERT INTO curation_request (revision, state, facility, content, at)
                        VALUES (1, 'OPEN', :facility, '{}', :at)
                        """)
                    .bind("facility", request.proposal().facility())
                    .bind("at", request.at())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            var numbered = new CurationRequest(
                    id, 1, request.state(), request.proposal(), request.by(), request.at(), request.outcome());
            write(transaction, numbered);
            return numbered;
        });
    }

    @Override
    public Optional<CurationRequest> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT content FROM curation_request WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> json.read(row.getString("content"), CurationRequest.class))
                .findOne());
    }

    @Override
    public List<CurationRequest> list(CurationRequest.State state, int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT content FROM curation_request WHERE state = :state ORDER BY id LIMIT :limit OFFSET :offset
            """)
                .bind("state", state.name())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> json.read(row.getString("content"), CurationRequest.class))
                .list());
    }

    @Override
    public void put(CurationRequest request) {
        jdbi.useTransaction(transaction -> write(transaction, request));
    }

    private void write(Handle transaction, CurationRequest request) {
        transaction
                .createUpdate("""
                    UPDATE curation_request SET revision = :revision, state = :state, content = :content::jsonb
                    WHERE id = :id AND state = 'OPEN'
                    """)
                .bind("id", request.id())
                .bind("revision", request.revision())
                .bind("state", request.state().name())
                .bind("content", json.write(request))
                .execute();
    }

    @Override
    public void publish(CurationRequest ended, List<CurationRequest> superseded, Publication publication, Caller by) {
        jdbi.useTransaction(transaction -> {
            facilities.publish(publication.facilities(), by);
            publishIfAny(roles, publication.moved().roles(), by);
            publishIfAny(services, of(HealthcareService.class, publication), by);
            publishIfAny(endpoints, of(Endpoint.class, publication), by);
            publishIfAny(affiliations, of(OrganizationAffiliation.class, publication), by);
            write(transaction, ended);
            superseded.forEach(other -> write(transaction, other));
            for (var heir : publication.heirs()) {
                transaction
                        .createUpdate("""
                            INSERT INTO facility_succession (predecessor, successor, request)
                            VALUES (:predecessor, :successor, :request)
                            """)
                        .bind("predecessor", heir.predecessor())
                        .bind("successor", heir.successor())
                        .bind("request", ended.id())
                        .execute();
            }
        });
    }

    private static <T extends DirectoryEntry> void publishIfAny(
            DirectoryStore<T> store, List<Published<T>> entries, Caller by) {
        if (!entries.isEmpty()) {
            store.publish(entries, by);
        }
    }

    private static <T extends CareEntry> List<Published<T>> of(Class<T> type, Publication publication) {
        return publication.moved().care().stream()
                .filter(entry -> type.isInstance(entry.content()))
                .map(entry -> new Published<>(type.cast(entry.content()), entry.version(), entry.at()))
                .toList();
    }

    @Override
    public List<CurationRequest> openAbout(List<String> facilities) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT content FROM curation_request
            WHERE state = 'OPEN' AND (facility = ANY(:ids)
                OR EXISTS (SELECT 1 FROM jsonb_object_keys(content #> '{proposal,bases}') k (id) WHERE k.id = ANY(:ids)))
            ORDER BY id
            """)
                .bindArray("ids", String.class, facilities)
                .map((row, context) -> json.read(row.getString("content"), CurationRequest.class))
                .list());
    }

    @Override
    public Referring referring(List<String> facilities) {
        return jdbi.withHandle(handle -> {
            var open = handle.createQuery(
                            "SELECT id FROM practitioner_role WHERE facility = ANY(:ids) AND until IS NULL ORDER BY id")
                    .bindArray("ids", String.class, facilities)
                    .mapTo(String.class)
                    .list();
            var linked = handle.createQuery("""
                    SELECT DISTINCT l.entry_id FROM directory_link l JOIN care_entry c ON c.id = l.entry_id
                    WHERE l.target = ANY(:ids) AND NOT c.withdrawn ORDER BY l.entry_id
                    """)
                    .bindArray("ids", String.class, facilities)
                    .mapTo(String.class)
                    .list();
            return new Referring(inOrder(roles.find(open)), care(linked));
        });
    }

    private List<Published<CareEntry>> care(List<String> ids) {
        var found = new HashMap<String, Published<CareEntry>>();
        for (var store : List.of(services, endpoints, affiliations)) {
            store.find(ids)
                    .forEach((id, entry) ->
                            found.put(id, new Published<>(entry.content(), entry.version(), entry.at())));
        }
        return inOrder(found);
    }

    private static <T> List<Published<T>> inOrder(Map<String, Published<T>> entries) {
        return entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public List<String> successors(String facility) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                    WITH RECURSIVE s (id) AS (SELECT :id UNION
                        SELECT f.successor FROM facility_succession f JOIN s ON s.id = f.predecessor)
                    SELECT id FROM s WHERE NOT EXISTS (
                        SELECT 1 FROM facility_succession f WHERE f.predecessor = s.id) ORDER BY id
                    """).bind("id", facility).mapTo(String.class).list());
    }

    @Override
    public List<String> bearers(String system, String value) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT i.entry_id FROM directory_identifier i JOIN directory_entry e ON e.id = i.entry_id
            WHERE e.kind = 'Facility' AND i.value = :value AND (:system = '' OR i.system = :system)
            ORDER BY i.entry_id
            """)
                .bind("system", system)
                .bind("value", value)
                .mapTo(String.class)
                .list());
    }
}
