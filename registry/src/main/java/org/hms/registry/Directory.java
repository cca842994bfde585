package org.hms.registry;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hms.registry.access.Role;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.careservice.fhir.CareEndpoints;
import org.hms.registry.careservice.fhir.KnownOfOrganizations;
import org.hms.registry.careservice.fhir.ServicesOfRoles;
import org.hms.registry.careservice.store.CareStores;
import org.hms.registry.curation.BulkProposals;
import org.hms.registry.curation.Curation;
import org.hms.registry.curation.Jurisdictions;
import org.hms.registry.curation.fhir.DirectoryFeed;
import org.hms.registry.curation.store.JdbiCurationStore;
import org.hms.registry.curation.web.BulkProposalResource;
import org.hms.registry.curation.web.CurationResource;
import org.hms.registry.facility.CuratedSeed;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.LocationEndpoint;
import org.hms.registry.facility.fhir.OrganizationEndpoint;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.facility.store.index.IndexedPlaceSearch;
import org.hms.registry.facility.web.FacilityResource;
import org.hms.registry.fhir.BundleInteractions;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirSettings;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.practitioner.ProviderSeed;
import org.hms.registry.practitioner.fhir.PractitionerEndpoint;
import org.hms.registry.practitioner.fhir.PractitionerRoleEndpoint;
import org.hms.registry.practitioner.store.JdbiProviderSearch;
import org.hms.registry.practitioner.store.ProviderStores;
import org.hms.registry.reconcile.Reconciliations;
import org.hms.registry.reconcile.web.ReconciliationResource;
import org.hms.registry.store.InstanceProperties;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.LoadReport;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.registry.web.EntryFaults;
import org.hms.seed.SeedData;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory put together: the territory, the facilities, the providers, and the data of them that ship. */
final class Directory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final int MOST_NAMED = 20;
    private static final String SEED_LOADED = "directory-seed-loaded";

    private final InstantSource clock;
    private final DirectoryStore<Jurisdiction> jurisdictions;
    private final DirectoryStore<Facility> facilities;
    private final DirectoryStore<Practitioner> practitioners;
    private final DirectoryStore<PractitionerRole> roles;
    private final IndexedPlaceSearch search;
    private final PlaceDirectory places;
    private final ProviderDirectory providers;
    private final CareDirectory<HealthcareService> services;
    private final CareDirectory<Endpoint> electronic;
    private final CareDirectory<OrganizationAffiliation> affiliations;
    private final PublishingTurn turn = new PublishingTurn();
    private final Curation curation;
    private final Jurisdictions areas;

    Directory(Jdbi jdbi, Path indexes, InstantSource clock) {
        this.clock = clock;
        this.jurisdictions = JdbiDirectoryStore.ofJurisdictions(jdbi);
        this.facilities = FacilityStores.of(jdbi);
        this.practitioners = ProviderStores.ofPractitioners(jdbi);
        this.roles = ProviderStores.ofRoles(jdbi);
        this.search = IndexedPlaceSearch.following(jdbi, new JdbiPlaceSearch(jdbi), indexes.resolve("places"));
        this.places = new PlaceDirectory(search, jurisdictions, facilities);
        this.providers = new ProviderDirectory(new JdbiProviderSearch(jdbi), practitioners, roles);
        this.services = CareStores.of(jdbi, HealthcareService.class, clock);
        this.electronic = CareStores.of(jdbi, Endpoint.class, clock);
        this.affiliations = CareStores.of(jdbi, OrganizationAffiliation.class, clock);
        var requests = new JdbiCurationStore(jdbi, facilities, roles);
        this.curation = new Curation(requests, places, facilities, turn, clock);
        this.areas = new Jurisdictions(jurisdictions, places, requests, curation, clock);
    }

    /** Loads what ships, once for each edition of it, so that what stewards changed since stays. */
    void loadSeed(InstanceProperties properties, boolean withSyntheticProviders) {
        var edition = SeedData.edition() + (withSyntheticProviders ? " with synthetic providers" : "");
        if (properties.find(SEED_LOADED).filter(edition::equals).isPresent()) {
            return;
        }
        var load = new DirectoryLoad(clock, DirectoryLoad.SEED);
        var report = load.load(TerritorySeed.jurisdictions(), jurisdictions, LoadProgress.SILENT)
                .plus(load.load(CuratedSeed.facilities(), facilities, LoadProgress.SILENT))
                .plus(withSyntheticProviders ? loadProviders(load) : LoadReport.NOTHING);
        properties.put(SEED_LOADED, edition);
        LOG.info("Directory: {} entries created, {} changed", report.created(), report.changed());
        tellOfKept(report.kept());
    }

    private static void tellOfKept(List<String> kept) {
        if (!kept.isEmpty()) {
            LOG.warn(
                    "Directory: {} entries were edited here and stay so, though what ships tells of them anew: {}{}",
                    kept.size(),
                    String.join(", ", kept.subList(0, Math.min(MOST_NAMED, kept.size()))),
                    kept.size() > MOST_NAMED ? " ..." : "");
        }
    }

    private LoadReport loadProviders(DirectoryLoad load) {
        return load.load(ProviderSeed.practitioners(), practitioners, LoadProgress.SILENT)
                .plus(load.load(rolesInHouses(), roles, LoadProgress.SILENT));
    }

    /** Roles are invented at the rows of the lists; here they are at the houses. */
    private static List<PractitionerRole> rolesInHouses() {
        var houses = CuratedSeed.houses();
        return ProviderSeed.roles().stream()
                .map(role -> role.at(houses.getOrDefault(role.facility(), role.facility())))
                .toList();
    }

    List<FhirEndpoint> endpoints() {
        var endpoints = new ArrayList<>(CareEndpoints.of(services, electronic, affiliations));
        endpoints.add(LocationEndpoint.of(places, DirectoryFeed.ofLocations(curation, areas)));
        endpoints.add(OrganizationEndpoint.of(
                places,
                new KnownOfOrganizations(electronic, affiliations),
                DirectoryFeed.ofOrganizations(curation, areas)));
        endpoints.add(PractitionerEndpoint.of(providers, clock));
        endpoints.add(PractitionerRoleEndpoint.of(providers, places, new ServicesOfRoles(services), clock));
        return endpoints;
    }

    /** The same system, which takes bundles of the directory too, and batches that ask others beside it. */
    FhirEndpoint withBundles(
            FhirEndpoint system, List<FhirEndpoint> own, List<FhirEndpoint> others, FhirSettings settings) {
        return new BundleInteractions(own, others, this::together, EntryFaults::of, settings)
                .beside(system, Role.ADMIN, Role.STEWARD);
    }

    /** Locks come before the transaction, or two that wait for each other would wait for ever. */
    private <R> R together(Supplier<R> work) {
        return services.alone(() -> electronic.alone(() -> affiliations.alone(() -> curation.together(work))));
    }

    /** Whoever else publishes places takes it too. */
    PublishingTurn turn() {
        return turn;
    }

    List<Object> resources() {
        return List.of(
                new FacilityResource(places),
                new ReconciliationResource(new Reconciliations(clock)),
                new CurationResource(curation),
                new BulkProposalResource(new BulkProposals(curation)));
    }

    @Override
    public void close() {
        search.close();
    }
}
