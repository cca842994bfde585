package org.hms.registry;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.LocationEndpoint;
import org.hms.registry.facility.fhir.OrganizationEndpoint;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.facility.web.FacilityResource;
import org.hms.registry.fhir.FhirEndpoint;
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
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.seed.SeedData;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory put together: the territory, the facilities, the providers, and the data of them that ship. */
final class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final String SEED_LOADED = "directory-seed-loaded";

    private final InstantSource clock;
    private final DirectoryStore<Jurisdiction> jurisdictions;
    private final DirectoryStore<Facility> facilities;
    private final DirectoryStore<Practitioner> practitioners;
    private final DirectoryStore<PractitionerRole> roles;
    private final PlaceDirectory places;
    private final ProviderDirectory providers;

    Directory(Jdbi jdbi, InstantSource clock) {
        this.clock = clock;
        this.jurisdictions = JdbiDirectoryStore.ofJurisdictions(jdbi);
        this.facilities = FacilityStores.of(jdbi);
        this.practitioners = ProviderStores.ofPractitioners(jdbi);
        this.roles = ProviderStores.ofRoles(jdbi);
        this.places = new PlaceDirectory(new JdbiPlaceSearch(jdbi), jurisdictions, facilities);
        this.providers = new ProviderDirectory(new JdbiProviderSearch(jdbi), practitioners, roles);
    }

    /** Loads what ships, once for each edition of it, so that what stewards changed since stays. */
    void loadSeed(InstanceProperties properties, boolean withSyntheticProviders) {
        var edition = SeedData.edition() + (withSyntheticProviders ? " with synthetic providers" : "");
        if (properties.find(SEED_LOADED).filter(edition::equals).isPresent()) {
            return;
        }
        var load = new DirectoryLoad(clock, DirectoryLoad.SEED);
        var report = load.load(TerritorySeed.jurisdictions(), jurisdictions, LoadProgress.SILENT)
                .plus(load.load(FacilitySeed.facilities(), facilities, LoadProgress.SILENT))
                .plus(withSyntheticProviders ? loadProviders(load) : LoadReport.NOTHING);
        properties.put(SEED_LOADED, edition);
        LOG.info("Directory: {} entries created, {} changed", report.created(), report.changed());
    }

    private LoadReport loadProviders(DirectoryLoad load) {
        return load.load(ProviderSeed.practitioners(), practitioners, LoadProgress.SILENT)
                .plus(load.load(ProviderSeed.roles(), roles, LoadProgress.SILENT));
    }

    List<FhirEndpoint> endpoints() {
        return List.of(
                LocationEndpoint.of(places),
                OrganizationEndpoint.of(places),
                PractitionerEndpoint.of(providers),
                PractitionerRoleEndpoint.of(providers, places, clock));
    }

    List<Object> resources() {
        return List.of(new FacilityResource(places), new ReconciliationResource(new Reconciliations(clock)));
    }
}
