package org.hms.registry.fhir;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.StrictUrl;
import org.jspecify.annotations.Nullable;

/** One request to the FHIR face, from its path to its answer: route, allow, read, ask the handler, write. */
final class FhirExchange {
    /** The property under which the path with ids left out is kept, for metrics. */
    static final String ROUTE = "org.hms.registry.route";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final FhirFace face;
    private final ContainerRequestContext http;
    private final List<StrictUrl.Pair> query;

    FhirExchange(FhirFace face, ContainerRequestContext http) {
        this.face = face;
        this.http = http;
        this.query = pairs(http.getUriInfo().getRequestUri().getRawQuery());
    }

    Response answer(String method) throws IOException {
        var format = FhirFormat.negotiate(value("_format"), http.getHeaderString(HttpHeaders.ACCEPT));
        var answers = new FhirAnswers(face.writer(), format, "true".equals(value("_pretty")), base());
        var path = path();
        if (path.equals(List.of("metadata"))) {
            return metadata(method, answers);
        }
        var route = face.router().find(method, path);
        http.setProperty(ROUTE, "/fhir" + route.template());
        var caller = allowed(route);
        var preferences = Preferences.of(http.getHeaders().getOrDefault("Prefer", List.of()));
        var search = search(route, preferences);
        var body = route.takesResource() ? body(route) : null;
        var target = route.target();
        var request = new FhirRequest(
                caller,
                target.type(),
                target.id(),
                target.version(),
                search,
                body,
                conditional(),
                preferences,
                base(),
                languages());
        var answer = handler(route, body).handle(request);
        return answers.of(method, answer, request);
    }

    Response options() {
        var path = path();
        var methods =
                path.equals(List.of("metadata")) ? Set.of("GET") : face.router().methods(path);
        var all = new ArrayList<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        return Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", all))
                .build();
    }

    private Response metadata(String method, FhirAnswers answers) {
        http.setProperty(ROUTE, "/fhir/metadata");
        if (!method.equals("GET")) {
            throw FhirProblem.notSupported(method + " is not offered at /metadata", Set.of("GET"));
        }
        return answers.of(face.metadata(base(), value("mode")));
    }

    private Caller allowed(Route route) {
        if (!(http.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            throw FhirProblem.of(401, IssueType.LOGIN, "A bearer token is needed");
        }
        if (!route.roles().isEmpty() && !route.roles().contains(caller.role())) {
            throw FhirProblem.forbidden("The role " + caller.role().code() + " may not ask for this");
        }
        return caller;
    }

    private SearchQuery search(Route route, Preferences preferences) throws IOException {
        var pairs = new ArrayList<>(query);
        if (route.isForm()) {
            requireForm();
            var form = new String(http.getEntityStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            pairs.addAll(pairs(form));
        }
        var criteria = route.queryUse() == Route.Query.CRITERIA;
        var strict = preferences.strict() || criteria;
        var search = new SearchParser(route.offer(), face.settings(), strict).parse(pairs);
        if (criteria && search.terms().isEmpty()) {
            throw FhirProblem.of(
                    412, IssueType.REQUIRED, "A conditional interaction needs criteria, or an id in the URL");
        }
        return search;
    }

    private void requireForm() {
        var type = http.getMediaType();
        if (type == null || !(type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(FORM)) {
            throw FhirProblem.of(415, IssueType.NOTSUPPORTED, "A search by POST is a form (" + FORM + ")");
        }
    }

    private @Nullable Resource body(Route route) throws IOException {
        var type = http.getHeaderString(HttpHeaders.CONTENT_TYPE);
        var bytes = http.getEntityStream().readAllBytes();
        if (bytes.length == 0) {
            if (route.needsResource()) {
                throw FhirProblem.invalid("A body is needed");
            }
            return null;
        }
        var body = face.reader().read(bytes, FhirFormat.ofBody(type));
        var target = route.target();
        if (route.needsResource() && !target.type().isEmpty() && !target.type().equals(body.fhirType())) {
            throw FhirProblem.invalid("The body is a " + body.fhirType() + ", the URL says " + target.type());
        }
        if (target.id() != null
                && method(route, "UPDATE")
                && !target.id().equals(body.getIdElement().getIdPart())) {
            throw FhirProblem.invalid("The id in the body is not the id in the URL", body.fhirType() + ".id");
        }
        return body;
    }

    private static boolean method(Route route, String name) {
        return route.name().equals(name);
    }

    /** A bundle to the root is a transaction or a batch by what it says of itself. */
    private FhirHandler handler(Route route, @Nullable Resource body) {
        if (!route.name().equals(Interaction.Kind.TRANSACTION.name())) {
            return route.handler();
        }
        if (!(body instanceof Bundle bundle)) {
            throw FhirProblem.invalid("A Bundle is needed");
        }
        return face.router().bundleHandler(bundle, allowed(route));
    }

    private Conditional conditional() {
        return new Conditional(
                http.getHeaderString(HttpHeaders.IF_MATCH),
                http.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                http.getHeaderString("If-None-Exist"),
                http.getHeaderString("Idempotency-Key"));
    }

    private @Nullable String languages() {
        var own = http.getHeaderString(HttpHeaders.CONTENT_LANGUAGE);
        return own == null ? http.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) : own;
    }

    private @Nullable String value(String name) {
        return query.stream()
                .filter(pair -> pair.name().equals(name))
                .map(StrictUrl.Pair::value)
                .findFirst()
                .orElse(null);
    }

    private List<String> path() {
        var segments = Arrays.stream(http.getUriInfo().getPath(false).split("/"))
                .filter(segment -> !segment.isEmpty())
                .skip(1)
                .map(segment -> StrictUrl.decode(segment, false));
        return segments.toList();
    }

    private String base() {
        var configured = face.settings().publicBase();
        return configured == null
                ? http.getUriInfo().getBaseUriBuilder().path("fhir").build().toString()
                : configured;
    }

    private static List<StrictUrl.Pair> pairs(@Nullable String raw) {
        try {
            return raw == null ? List.of() : StrictUrl.pairs(raw);
        } catch (Malformed e) {
            throw FhirReader.malformed(e);
        }
    }
}
