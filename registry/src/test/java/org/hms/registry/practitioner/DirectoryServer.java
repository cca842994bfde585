package org.hms.registry.practitioner;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.careservice.fhir.CareEndpoints;
import org.hms.registry.careservice.fhir.KnownOfOrganizations;
import org.hms.registry.careservice.fhir.ServicesOfRoles;
import org.hms.registry.careservice.store.CareStores;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.LocationEndpoint;
import org.hms.registry.facility.fhir.OrganizationEndpoint;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.facility.store.JdbiPlaceSearch;
import org.hms.registry.facility.store.index.IndexedPlaceSearch;
import org.hms.registry.facility.web.FacilityResource;
import org.hms.registry.fhir.FhirFace;
import org.hms.registry.fhir.FhirSettings;
import org.hms.registry.practitioner.fhir.PractitionerEndpoint;
import org.hms.registry.practitioner.fhir.PractitionerRoleEndpoint;
import org.hms.registry.practitioner.store.JdbiProviderSearch;
import org.hms.registry.practitioner.store.ProviderStores;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.LoadReport;
import org.hms.registry.territory.TerritorySeed;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.registry.web.Faces;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The directory on real HTTP over a real Postgres, with all that ships loaded; for tests only. */
final class DirectoryServer implements AutoCloseable {

    /** A day on which the invented roles that ended have ended. */
    static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

    private static final String CONFIGURATION = """
        server:
          applicationConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
          adminConnectors: [{type: http, port: 0, bindHost: 127.0.0.1}]
          requestLog: {appenders: []}
        logging: {level: "OFF", appenders: []}
        """;
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Server> started = new CompletableFuture<>();
    private final Database database;
    private final TokenService tokens;
    private final Server server;
    final DirectoryStore<Jurisdiction> jurisdictions;
    final DirectoryStore<Facility> facilities;
    final DirectoryStore<Practitioner> practitioners;
    final DirectoryStore<PractitionerRole> roles;
    private final IndexedPlaceSearch search;
    final PlaceDirectory places;
    private final CareDirectory<HealthcareService> services;
    private final CareDirectory<Endpoint> endpoints;
    private final CareDirectory<OrganizationAffiliation> affiliations;
    final LoadReport firstLoad;

    DirectoryServer(Path data) {
        this.database = Database.open(DatabaseSettings.EMBEDDED, data.resolve("postgres"));
        var jdbi = database.jdbi();
        this.jurisdictions = JdbiDirectoryStore.ofJurisdictions(jdbi);
        this.facilities = FacilityStores.of(jdbi);
        this.practitioners = ProviderStores.ofPractitioners(jdbi);
        this.roles = ProviderStores.ofRoles(jdbi);
        this.search = IndexedPlaceSearch.following(jdbi, new JdbiPlaceSearch(jdbi), data.resolve("index"));
        this.places = new PlaceDirectory(search, jurisdictions, facilities);
        this.services = CareStores.of(jdbi, HealthcareService.class, InstantSource.system());
        this.endpoints = CareStores.of(jdbi, Endpoint.class, InstantSource.system());
        this.affiliations = CareStores.of(jdbi, OrganizationAffiliation.class, InstantSource.system());
        this.tokens = TokenService.withKeyIn(data);
        this.firstLoad = loadAll();
        this.server = start(data);
    }

    LoadReport loadAll() {
        var load = new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED);
        return load.load(TerritorySeed.jurisdictions(), jurisdictions, LoadProgress.SILENT)
                .plus(load.load(FacilitySeed.facilities(), facilities, LoadProgress.SILENT))
                .plus(load.load(ProviderSeed.practitioners(), practitioners, LoadProgress.SILENT))
                .plus(load.load(ProviderSeed.roles(), roles, LoadProgress.SILENT));
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    /** The bundle that a FHIR query gives; the values of the parameters are encoded here. */
    Bundle bundle(String type, String... parameters) {
        return FHIR.newJsonParser().parseResource(Bundle.class, ok("/fhir/" + type + query(parameters)));
    }

    JsonNode json(String path, String... parameters) {
        try {
            return JSON.readTree(ok(path + query(parameters)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ok(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " gave " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    HttpResponse<String> get(String path) {
        return send(Role.READER, HttpRequest.newBuilder(URI.create(base() + path)));
    }

    /** Sends a resource, or nothing, on behalf of somebody. */
    HttpResponse<String> write(Role role, String method, String path, @Nullable Resource body, String... headers) {
        var text = body == null ? "" : FHIR.newJsonParser().encodeResourceToString(body);
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(text));
        return send(role, headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(Role role, HttpRequest.Builder builder) {
        var token = tokens.mint(new Caller("test", role), Duration.ofHours(1));
        var request = builder.header("Authorization", "Bearer " + token)
                .header("Prefer", "handling=strict")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** The ids of what was asked for, in order; not of what came along. */
    static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.INCLUDE)
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    static String query(String... parameters) {
        var query = new StringBuilder();
        for (var parameter : parameters) {
            var equals = parameter.indexOf('=');
            query.append(query.isEmpty() ? '?' : '&')
                    .append(parameter, 0, equals + 1)
                    .append(URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private Server start(Path directory) {
        try {
            var file = Files.writeString(directory.resolve("directory.yml"), CONFIGURATION);
            new TestApplication().run("server", file.toString());
            return started.get();
        } catch (Exception e) {
            throw new IllegalStateException("The directory did not start", e);
        }
    }

    @Override
    public void close() {
        http.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The directory did not stop", e);
        } finally {
            search.close();
            database.close();
        }
    }

    private final class TestApplication extends Application<Configuration> {
        @Override
        public void run(Configuration configuration, Environment environment) {
            var providers = new ProviderDirectory(new JdbiProviderSearch(jdbi()), practitioners, roles);
            var offered = new ArrayList<>(CareEndpoints.of(services, endpoints, affiliations));
            offered.add(LocationEndpoint.of(places));
            offered.add(OrganizationEndpoint.of(places, new KnownOfOrganizations(endpoints, affiliations)));
            offered.add(PractitionerEndpoint.of(providers, InstantSource.system()));
            offered.add(PractitionerRoleEndpoint.of(
                    providers, places, new ServicesOfRoles(services), InstantSource.fixed(TODAY)));
            var fhir = new FhirFace(offered, FHIR, FhirSettings.defaults("test"));
            Faces.register(
                    configuration,
                    environment,
                    tokens,
                    fhir,
                    List.of(new FacilityResource(places)),
                    new PrometheusRegistry());
            environment.lifecycle().addServerLifecycleListener(started::complete);
        }
    }
}
