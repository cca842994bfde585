package org.hms.registry.web;

import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.hms.registry.access.TokenService;
import org.hms.registry.access.web.AuthenticationFilter;
import org.hms.registry.fhir.FhirFace;

/**
 * Installs both faces in Dropwizard with one call: authentication, limits, strict JSON, faults, headers, metrics,
 * documentation, FHIR and the native resources.
 */
public final class Faces {

    private Faces() {}

    /** The native resources are instances whose {@code @Path} begins with {@code /api/v1}. */
    public static void register(
            Configuration configuration,
            Environment environment,
            TokenService tokens,
            FhirFace fhir,
            List<?> nativeResources,
            PrometheusRegistry metrics) {
        register(configuration, environment, new AuthenticationFilter(tokens, false), fhir, nativeResources, metrics);
    }

    /** The same behind a door of one's own. */
    public static void register(
            Configuration configuration,
            Environment environment,
            AuthenticationFilter door,
            FhirFace fhir,
            List<?> nativeResources,
            PrometheusRegistry metrics) {
        if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
            // Faults are told by FaultMapper alone, on both faces.
            server.setRegisterDefaultExceptionMappers(false);
        }
        NativeJson.configure(environment.getObjectMapper());
        var jersey = environment.jersey();
        jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        jersey.register(door);
        jersey.register(new CrossOrigin());
        jersey.register(RolesAllowedDynamicFeature.class);
        jersey.register(new BodyLimits(fhir.settings().maxBodyBytes(), allowances(fhir, nativeResources)));
        jersey.register(new StrictJsonBodies());
        jersey.register(new KnownParameters());
        jersey.register(FaultMapper.class);
        jersey.register(new SecurityHeaders());
        jersey.register(new UnreadBodies());
        var times = new RequestMetrics(metrics);
        jersey.register(times);
        jersey.register(fhir.resource());
        nativeResources.forEach(jersey::register);
        jersey.register(new ApiDocumentation(
                nativeResources.stream().<Class<?>>map(Object::getClass).toList(), fhir.paths()));
        environment
                .servlets()
                .addFilter("url-guard", new UrlGuard())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        // Added last and asked first: what it leaves, the guard sees.
        environment
                .servlets()
                .addFilter("questions-about-codes", new TerminologyQuestions(fhir, door, times))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/fhir/*");
        var early = new EarlyFaults();
        environment.getApplicationContext().setErrorHandler(early);
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(early));
        exportMetrics(environment, metrics);
    }

    private static List<BodyAllowance> allowances(FhirFace fhir, List<?> nativeResources) {
        var allowances = new ArrayList<BodyAllowance>();
        nativeResources.stream()
                .filter(TakesLongBodies.class::isInstance)
                .forEach(resource -> allowances.add(((TakesLongBodies) resource).bodyAllowance()));
        fhir.longBodies().forEach((type, bytes) -> {
            allowances.add(new BodyAllowance("POST", Pattern.compile("fhir/" + type), bytes));
            allowances.add(new BodyAllowance("PUT", Pattern.compile("fhir/" + type + "/[^/]+"), bytes));
        });
        return allowances;
    }

    private static void exportMetrics(Environment environment, PrometheusRegistry metrics) {
        JvmMetrics.builder().register(metrics);
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(metrics))
                .addMapping("/metrics");
    }
}
