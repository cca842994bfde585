package org.hms.registry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.idempotency.OnceOnly;
import org.hms.registry.idempotency.fhir.IdempotentRequests;
import org.hms.registry.idempotency.store.JdbiAnswerStore;
import org.hms.registry.imports.Imports;
import org.hms.registry.imports.fhir.PatientFiles;
import org.hms.registry.imports.store.JdbiImportStore;
import org.hms.registry.imports.web.ImportRequests;
import org.hms.registry.imports.web.ImportResource;
import org.hms.registry.patient.SourceSystems;
import org.hms.registry.patient.fhir.IhePixOperation;
import org.hms.registry.patient.fhir.MatchOperation;
import org.hms.registry.patient.fhir.PatientEndpoint;
import org.hms.registry.patient.fhir.PatientFeeds;
import org.hms.registry.patient.fhir.PatientSystemEndpoint;
import org.hms.registry.patient.web.SourceResource;

/** The ways in for patient records put together: sources, feeds, bundles, messages and files. */
final class Feeds implements AutoCloseable {

    private final Foundation foundation;
    private final InstantSource clock;
    private final Queries queries;
    private final PatientFeeds feeds;
    private final IdempotentRequests once;
    private final SourceSystems sources;
    private final Imports imports;

    Feeds(RegistryConfiguration configuration, Foundation foundation, Queries queries, InstantSource clock) {
        this.queries = queries;
        this.foundation = foundation;
        this.clock = clock;
        this.feeds = new PatientFeeds(
                foundation.feed(), foundation.index(), foundation.patients(), foundation.quality(), queries.reads());
        this.once = new IdempotentRequests(new OnceOnly(
                new JdbiAnswerStore(foundation.database().jdbi()),
                Duration.ofHours(configuration.getIdempotencyHours()),
                clock));
        this.sources = new SourceSystems(foundation.patients());
        this.imports = new Imports(
                new JdbiImportStore(foundation.database().jdbi()),
                foundation.dataDirectory().resolve("imports"),
                foundation.feed(),
                new PatientFiles(feeds.intake(), sources),
                clock);
        imports.resume();
    }

    List<FhirEndpoint> endpoints() {
        var patient = PatientEndpoint.of(
                queries.reads(),
                queries.queries(),
                feeds.interaction(),
                once,
                new MatchOperation(foundation.index(), foundation.audit(), clock),
                new IhePixOperation(foundation.index(), foundation.audit(), clock));
        return List.of(patient, PatientSystemEndpoint.of(feeds, once));
    }

    List<Object> resources() {
        var requests = new ImportRequests(sources, PatientFiles::requireMapping, foundation.audit(), clock);
        return List.of(new SourceResource(sources, foundation.audit(), clock), new ImportResource(imports, requests));
    }

    /** Imports under way stop after the rows at hand and go on at the next start. */
    @Override
    public void close() {
        imports.close();
    }
}
