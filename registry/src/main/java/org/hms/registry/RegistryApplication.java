package org.hms.registry;

import ca.uhn.fhir.context.FhirContext;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.dropwizard.util.JarLocation;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hms.registry.access.TokenService;
import org.hms.registry.access.web.AuthenticationFilter;
import org.hms.registry.codes.LexiconSeed;
import org.hms.registry.codes.fhir.CodesEndpoints;
import org.hms.registry.codes.store.JdbiCanonicalStore;
import org.hms.registry.codes.store.JdbiClosureStore;
import org.hms.registry.codes.web.CodeMapResource;
import org.hms.registry.codes.web.CodeSystemResource;
import org.hms.registry.crossborder.CrossBorderLookup;
import org.hms.registry.crossborder.web.CrossBorderResource;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirFace;
import org.hms.registry.fhir.FhirSettings;
import org.hms.registry.job.CommandLines;
import org.hms.registry.patient.web.ActResource;
import org.hms.registry.patient.web.ReviewResource;
import org.hms.registry.web.Faces;
import org.hms.terminology.TerminologyService;

/** The service put together: the only place that knows every feature and every edge. */
public final class RegistryApplication extends Application<RegistryConfiguration> {

    private static final String VERSION = "0.1.0";

    private final List<AutoCloseable> opened = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(CommandLines.create().execute(arguments));
    }

    @Override
    public String getName() {
        return "registry";
    }

    @Override
    public void initialize(Bootstrap<RegistryConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
    }

    /** As Dropwizard does it, but a start that fails ends in a sentence and leaves nothing running. */
    @Override
    public void run(String... arguments) throws Exception {
        var bootstrap = new Bootstrap<>(this);
        addDefaultCommands(bootstrap);
        initialize(bootstrap);
        bootstrap.registerMetrics();
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Cli(new JarLocation(getClass()), bootstrap, System.out, silent)
                .run(arguments)
                .ifPresent(this::onFatalError);
    }

    @Override
    protected void onFatalError(Throwable failure) {
        for (var resource : opened.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        throw new IllegalStateException("The registry does not start", failure);
    }

    @Override
    public void run(RegistryConfiguration configuration, Environment environment) {
        var foundation = keep(environment, Foundation.open(configuration));
        // Opening the concept store takes seconds, and so does the first load of the directory: both at once.
        var opening = CompletableFuture.supplyAsync(() -> openTerminology(foundation.dataDirectory()));
        var clock = InstantSource.system();
        var tokens = TokenService.withKeyIn(foundation.dataDirectory().resolve("keys"));
        configuration.getSources().forEach(foundation.patients()::put);
        var indexes = foundation.dataDirectory().resolve("index");
        var directory = keep(environment, new Directory(foundation.database().jdbi(), indexes, clock));
        directory.loadSeed(foundation.properties(), configuration.getDemo().enabled());
        var terminology = keep(environment, opening.join());

        var rights = keep(environment, QualityAndPrivacy.started(foundation, configuration, clock));
        var queries = new Queries(foundation, rights.marks(), clock);
        var feeds = keep(environment, new Feeds(configuration, foundation, queries, clock));
        var notified = keep(environment, notified(configuration, foundation, clock));
        var work = keep(environment, new TermWork(foundation.database().jdbi(), configuration.getTerminology(), clock));
        var codes = keep(environment, codes(configuration, foundation, terminology, work, clock));
        var endpoints = peopleAndPlaces(feeds, queries, directory, codes.ofTypes(), settings(configuration));
        endpoints.add(notified.endpoint());
        var resources = new ArrayList<>(directory.resources());
        resources.addAll(queries.resources());
        resources.addAll(feeds.resources());
        resources.addAll(rights.resources());
        resources.addAll(stewardship(foundation, clock));
        resources.addAll(codesAndNeighbours(configuration, environment, foundation, terminology, work, directory));
        resources.add(LexiconEditing.pages(foundation, terminology, tokens, work.use(), clock));
        resources.add(notified.resource());
        keep(environment, endpointChecks(configuration, foundation, clock));

        Faces.register(
                configuration,
                environment,
                door(configuration, tokens),
                face(configuration, endpoints, codes),
                resources,
                new PrometheusRegistry());
        Health.register(environment, foundation);
        demonstrate(configuration, environment, foundation, tokens);
    }

    /** Bundles of the directory are taken beside those of patients, and batches of questions about codes with them. */
    private static List<FhirEndpoint> peopleAndPlaces(
            Feeds feeds, Queries queries, Directory directory, List<FhirEndpoint> codes, FhirSettings settings) {
        var places = directory.endpoints();
        var endpoints = new ArrayList<FhirEndpoint>();
        for (var endpoint : feeds.endpoints()) {
            endpoints.add(endpoint.isSystem() ? directory.withBundles(endpoint, places, codes, settings) : endpoint);
        }
        endpoints.addAll(queries.endpoints());
        endpoints.addAll(places);
        return endpoints;
    }

    private static AuthenticationFilter door(RegistryConfiguration configuration, TokenService tokens) {
        return new AuthenticationFilter(
                tokens, configuration.isOpenTerminology(), configuration.isOpenReconciliation());
    }

    private static FhirFace face(
            RegistryConfiguration configuration, List<FhirEndpoint> endpoints, CodesEndpoints codes) {
        var all = new ArrayList<>(endpoints);
        all.addAll(codes.all());
        return new FhirFace(all, FhirContext.forR4Cached(), settings(configuration), codes.capabilities());
    }

    private static FhirSettings settings(RegistryConfiguration configuration) {
        return new FhirSettings(configuration.getBodyLimitBytes(), 20, 500, null, "HMS Registry", VERSION);
    }

    private static CodesEndpoints codes(
            RegistryConfiguration configuration,
            Foundation foundation,
            TerminologyService terminology,
            TermWork work,
            InstantSource clock) {
        var jdbi = foundation.database().jdbi();
        return new CodesEndpoints(
                        terminology,
                        new JdbiCanonicalStore(jdbi),
                        new JdbiClosureStore(jdbi),
                        foundation.audit(),
                        work.use(),
                        clock,
                        configuration.getTerminologyBodyLimitBytes())
                .following();
    }

    private static List<Object> stewardship(Foundation foundation, InstantSource clock) {
        return List.of(
                new ActResource(foundation.stewardship(), foundation.index(), foundation.audit(), clock),
                new ReviewResource(foundation.reviews(), foundation.audit(), clock));
    }

    private List<Object> codesAndNeighbours(
            RegistryConfiguration configuration,
            Environment environment,
            Foundation foundation,
            TerminologyService terminology,
            TermWork work,
            Directory directory) {
        var clock = InstantSource.system();
        var lookup = new CrossBorderLookup(configuration.getPartners(), foundation.index(), foundation.audit(), clock);
        var resources = new ArrayList<>(work.resources(terminology));
        resources.addAll(LexiconEditing.resources(foundation, terminology, clock));
        resources.addAll(keep(environment, new DirectoryLists(foundation, terminology, directory.turn(), clock))
                .resources(configuration.isOpenReconciliation()));
        resources.add(new CodeSystemResource(terminology));
        resources.add(new CodeMapResource(terminology));
        resources.add(new CrossBorderResource(lookup));
        return resources;
    }

    private static Notified notified(RegistryConfiguration configuration, Foundation foundation, InstantSource clock) {
        boolean demonstration = configuration.getDemo().enabled();
        return new Notified(foundation, configuration.getNotifications(), demonstration, clock);
    }

    private static EndpointChecks endpointChecks(
            RegistryConfiguration configuration, Foundation foundation, InstantSource clock) {
        boolean demonstration = configuration.getDemo().enabled();
        return new EndpointChecks(
                foundation.database().jdbi(), configuration.getEndpointChecks(), demonstration, clock);
    }

    private static void demonstrate(
            RegistryConfiguration configuration, Environment environment, Foundation foundation, TokenService tokens) {
        if (!configuration.getDemo().enabled()) {
            return;
        }
        var demonstration = new Demonstration(configuration.getDemo(), tokens, foundation.properties(), System.out);
        environment.lifecycle().addServerLifecycleListener(server -> demonstration.begin(address(server)));
    }

    private static URI address(Server server) {
        var connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    private static TerminologyService openTerminology(Path dataDirectory) {
        var terminology = TerminologyService.open(dataDirectory.resolve("terminology"));
        LexiconSeed.load(terminology);
        return terminology;
    }

    /** Closed when the service stops, or when it does not come to start. */
    private <T extends AutoCloseable> T keep(Environment environment, T resource) {
        opened.add(resource);
        environment.lifecycle().manage(new Managed() {
            @Override
            public void stop() throws Exception {
                resource.close();
            }
        });
        return resource;
    }
}
