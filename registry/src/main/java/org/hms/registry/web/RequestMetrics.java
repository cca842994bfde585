package org.hms.registry.web;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Collections;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Times every request by its route, never by its URL, which may name a person. */
final class RequestMetrics implements ApplicationEventListener {
    private static final String ROUTE = "org.hms.registry.route";

    private final Histogram seconds;

    RequestMetrics(PrometheusRegistry registry) {
        this.seconds = Histogram.builder()
                .name("registry_http_request_seconds")
                .help("Time to answer a request, by face, route, method and status")
                .labelNames("face", "route", "method", "status")
                .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
                .register(registry);
    }

    @Override
    public void onEvent(ApplicationEvent event) {
        // Only requests are timed.
    }

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
        var begun = System.nanoTime();
        return event -> {
            if (event.getType() == RequestEvent.Type.FINISHED) {
                record(event, (System.nanoTime() - begun) / 1e9);
            }
        };
    }

    private void record(RequestEvent event, double elapsed) {
        var route = route(event);
        var response = event.getContainerResponse();
        var status = response == null ? 500 : response.getStatus();
        record(route, method(event.getContainerRequest().getMethod()), status, elapsed);
    }

    void record(String route, String method, int status, double elapsed) {
        seconds.labelValues(face(route), route, method, Integer.toString(status))
                .observe(elapsed);
    }

    private static String route(RequestEvent event) {
        var named = event.getContainerRequest().getProperty(ROUTE);
        if (named instanceof String route) {
            return route;
        }
        var templates = event.getUriInfo().getMatchedTemplates().stream()
                .map(template -> template.getTemplate())
                .collect(Collectors.toList());
        Collections.reverse(templates);
        var route =
                String.join("", templates).replaceAll("\\{path: [^}]*}", "/{?}").replace("//", "/");
        return route.isEmpty() ? "unmatched" : route;
    }

    private static String face(String route) {
        return route.startsWith("/fhir") ? "fhir" : route.startsWith("/api") ? "api" : "other";
    }

    private static String method(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" -> method;
            default -> "OTHER";
        };
    }
}
