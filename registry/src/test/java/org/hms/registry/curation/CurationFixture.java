package org.hms.registry.curation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.OpeningExceptions;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.careservice.ServiceCapacity;
import org.hms.registry.careservice.store.CareStores;
import org.hms.registry.curation.store.JdbiCurationStore;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderSeed;
import org.hms.registry.practitioner.store.ProviderStores;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.jdbi.v3.core.Jdbi;

/** Curation over a real Postgres, with districts and a few professionals; for tests only. */
final class CurationFixture implements AutoCloseable {

    static final Caller ONE = new Caller("one", Role.STEWARD);
    static final Caller OTHER = new Caller("other", Role.STEWARD);

    private static final DirectoryType KIND = new DirectoryType("urn:test:kind", "k", "k");
    private static final Instant BEGAN = Instant.parse("2026-11-23T12:00:00Z");

    private final Database database;
    private final AtomicLong minutes = new AtomicLong();
    final InstantSource clock = () -> BEGAN.plusSeconds(60 * minutes.get());
    final DirectoryStore<Facility> facilities;
    final DirectoryStore<PractitionerRole> roles;
    final PlaceDirectory places;
    final PublishingTurn turn = new PublishingTurn();
    final Curation curation;

    CurationFixture(Path data) {
        this.database = Database.open(DatabaseSettings.EMBEDDED, data);
        var jdbi = database.jdbi();
        var jurisdictions = JdbiDirectoryStore.ofJurisdictions(jdbi);
        this.facilities = FacilityStores.of(jdbi);
        this.roles = ProviderStores.ofRoles(jdbi);
        var load = new DirectoryLoad(clock, DirectoryLoad.SEED);
        load.load(
                TerritorySeed.jurisdictions().stream()
                        .filter(area -> area.level() != JurisdictionLevel.LOCALITY)
                        .toList(),
                jurisdictions,
                LoadProgress.SILENT);
        load.load(
                ProviderSeed.practitioners().subList(0, 3), ProviderStores.ofPractitioners(jdbi), LoadProgress.SILENT);
        this.places = new PlaceDirectory(new JdbiPlaceSearch(jdbi), jurisdictions, facilities);
        this.curation = new Curation(new JdbiCurationStore(jdbi, facilities, roles), places, facilities, turn, clock);
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    void tick() {
        minutes.incrementAndGet();
    }

    static FacilityDraft draft(String name, String code) {
        return new FacilityDraft(name, "USF", "public", "0204", "02", -24.4, -56.8, List.of(), code, List.of());
    }

    String create(String name, String code) {
        var proposed =
                curation.propose(new Proposal(Proposal.Kind.CREATE, null, 0, draft(name, code), List.of(), "new"), ONE);
        return publish(proposed.request());
    }

    /** Approves it by another, and gives the facility that it is about. */
    String publish(CurationRequest request) {
        tick();
        var ended = curation.approve(request.id(), request.revision(), null, OTHER);
        var outcome = ended.outcome();
        if (outcome == null || outcome.facility() == null) {
            throw new AssertionError("What is published is about a facility");
        }
        return outcome.facility();
    }

    void addRole(String id, String facility) {
        var practitioner = ProviderSeed.practitioners().getFirst().id();
        var role = new PractitionerRole(id, practitioner, facility, null, KIND, LocalDate.of(2020, 1, 1), null);
        roles.publish(List.of(new Published<>(role, 1, clock.instant())), ONE);
    }

    void addService(String id, String facility) {
        var service = new HealthcareService(
                id,
                false,
                true,
                List.of(),
                "Service",
                facility,
                List.of(facility),
                new HealthcareService.Nature(List.of(KIND), List.of(), null),
                List.of(),
                List.of(),
                OpeningExceptions.NONE,
                ServiceCapacity.UNTOLD);
        CareStores.entries(jdbi(), HealthcareService.class)
                .publish(List.of(new Published<>(service, 1, clock.instant())), ONE);
    }

    void addEndpoint(String id, String facility) {
        var connection = new Endpoint.Connection(KIND, List.of(KIND), List.of(), "https://example.org");
        var endpoint = new Endpoint(id, false, "active", List.of(), null, facility, connection, null, null);
        CareStores.entries(jdbi(), Endpoint.class).publish(List.of(new Published<>(endpoint, 1, clock.instant())), ONE);
    }

    void addAffiliation(String id, String network, String member) {
        var reach = new OrganizationAffiliation.Reach(
                List.of(KIND), List.of(), List.of(), List.of(member), List.of(), List.of());
        var affiliation = new OrganizationAffiliation(id, false, true, List.of(), network, member, reach, null, null);
        CareStores.entries(jdbi(), OrganizationAffiliation.class)
                .publish(List.of(new Published<>(affiliation, 1, clock.instant())), ONE);
    }

    @Override
    public void close() {
        database.close();
    }
}
