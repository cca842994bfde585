package org.hms.registry;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.store.CareStores;
import org.hms.registry.exchange.DirectoryImport.Kind;
import org.hms.registry.exchange.DirectoryImportJobs;
import org.hms.registry.exchange.DirectoryImports;
import org.hms.registry.exchange.FacilityLists;
import org.hms.registry.exchange.FacilityTable;
import org.hms.registry.exchange.PlaceRow;
import org.hms.registry.exchange.ServiceLists;
import org.hms.registry.exchange.ServiceRow;
import org.hms.registry.exchange.fhir.FacilityBundles;
import org.hms.registry.exchange.store.JdbiDirectoryImportJobStore;
import org.hms.registry.exchange.store.JdbiDirectoryImportStore;
import org.hms.registry.exchange.web.AreaExportResource;
import org.hms.registry.exchange.web.DirectoryExportResource;
import org.hms.registry.exchange.web.DirectoryImportJobResource;
import org.hms.registry.exchange.web.DirectoryImportResource;
import org.hms.registry.exchange.web.ServiceImportResource;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.openrefine.Catalogues;
import org.hms.registry.openrefine.FacilityCatalogue;
import org.hms.registry.openrefine.ProviderCatalogue;
import org.hms.registry.openrefine.web.ReconcileResource;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.reach.AccessToCare;
import org.hms.registry.reach.web.AccessResource;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.store.JdbiDirectoryRoll;
import org.hms.registry.upkeep.DirectoryUpkeep;
import org.hms.registry.upkeep.store.JdbiUpkeepStore;
import org.hms.registry.upkeep.web.UpkeepResource;
import org.hms.terminology.TerminologyService;

/** What is done with the directory as a whole put together: reconciled against, imported, exported, judged. */
final class DirectoryLists implements AutoCloseable {

    private final JdbiDirectoryRoll<Jurisdiction> jurisdictions;
    private final JdbiDirectoryRoll<Facility> facilities;
    private final JdbiDirectoryRoll<Practitioner> practitioners;
    private final Foundation foundation;
    private final TerminologyService terminology;
    private final InstantSource clock;
    private final FacilityBundles bundles = new FacilityBundles();
    private final DirectoryImports<PlaceRow, Facility> imports;
    private final DirectoryImports<ServiceRow, HealthcareService> serviceImports;
    private final DirectoryImportJobs jobs;

    DirectoryLists(Foundation foundation, TerminologyService terminology, PublishingTurn turn, InstantSource clock) {
        var jdbi = foundation.database().jdbi();
        this.foundation = foundation;
        this.terminology = terminology;
        this.clock = clock;
        this.jurisdictions = new JdbiDirectoryRoll<>(jdbi, Jurisdiction.class);
        this.facilities = new JdbiDirectoryRoll<>(jdbi, Facility.class);
        this.practitioners = new JdbiDirectoryRoll<>(jdbi, Practitioner.class);
        var store = FacilityStores.of(jdbi);
        this.imports = new DirectoryImports<>(
                new FacilityLists(jurisdictions),
                new JdbiDirectoryImportStore<>(jdbi, store, Kind.FACILITIES),
                store,
                turn,
                clock);
        var services = CareStores.entries(jdbi, HealthcareService.class);
        this.serviceImports = new DirectoryImports<>(
                new ServiceLists(facilities),
                new JdbiDirectoryImportStore<>(jdbi, services, Kind.SERVICES),
                services,
                turn,
                clock);
        this.jobs = new DirectoryImportJobs(new JdbiDirectoryImportJobStore(jdbi), imports, bundles, clock);
        jobs.resume();
    }

    /** @param open whether facilities and terms are reconciled without a token */
    List<Object> resources(boolean open) {
        var jdbi = foundation.database().jdbi();
        var catalogues = new Catalogues(
                new FacilityCatalogue(facilities, jurisdictions),
                new ProviderCatalogue(practitioners, clock),
                terminology);
        return List.of(
                new ReconcileResource(catalogues, open),
                new DirectoryImportResource(imports, bundles),
                new ServiceImportResource(serviceImports),
                new DirectoryImportJobResource(jobs),
                new DirectoryExportResource(new FacilityTable(facilities, jurisdictions), bundles),
                new AreaExportResource(jurisdictions),
                new UpkeepResource(new DirectoryUpkeep(
                        new DirectoryUpkeep.Rolls(
                                facilities,
                                jurisdictions,
                                practitioners,
                                new JdbiDirectoryRoll<>(jdbi, Endpoint.class)),
                        new JdbiUpkeepStore(jdbi),
                        clock)),
                new AccessResource(new AccessToCare(
                        facilities, jurisdictions, new JdbiDirectoryRoll<>(jdbi, HealthcareService.class))));
    }

    /** Lists that are being taken in stop, and are taken in at the next start. */
    @Override
    public void close() {
        jobs.close();
    }
}
