package org.hms.registry.fhir;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final String FORM = "application/x-www-form-urlencoded";

    private final FhirFace face;
    private final FhirHttp http;
    private final List<StrictUrl.Pair> query;
    private final String base;

    FhirExchange(FhirFace face, FhirHttp http) {
        this.face = face;
        this.http = http;
        this.query = pairs(http.query());
        var configured = face.settings().publicBase();
        this.base = configured == null ? http.base() : configured;
    }

    FhirReply answer(String method) throws IOException {
        var path = path();
        var answers = answers();
        if (path.equals(List.of("metadata"))) {
            return metadata(method, answers);
        }
        return answer(method, answers, face.router().find(method, path));
    }

    /** The answer to an operation of a whole type that anybody may ask for; empty where this is none. */
    Optional<FhirReply> answerQuestion(String method) throws IOException {
        var route = face.router().findQuestion(method, path());
        return route.isEmpty() ? Optional.empty() : Optional.of(answer(method, answers(), route.get()));
    }

    private FhirAnswers answers() {
        var format = FhirFormat.negotiate(value("_format"), http.header(HttpHeaders.ACCEPT));
        return new FhirAnswers(face.writer(), format, "true".equals(value("_pretty")), base);
    }

    private FhirReply answer(String method, FhirAnswers answers, Route route) throws IOException {
        http.routed("/fhir" + route.template());
        var caller = allowed(route);
        var preferences = Preferences.of(http.headers("Prefer"));
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
                base,
                languages());
        var answer = handler(route, body).handle(request);
        return answers.of(method, answer, request);
    }

    FhirReply options() {
        var path = path();
        var methods =
                path.equals(List.of("metadata")) ? Set.of("GET") : face.router().methods(path);
        var all = new ArrayList<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        return FhirReply.of(204).with(HttpHeaders.ALLOW, String.join(", ", all));
    }

    private FhirReply metadata(String method, FhirAnswers answers) {
        http.routed("/fhir/metadata");
        if (!method.equals("GET")) {
            throw FhirProblem.notSupported(method + " is not offered at /metadata", Set.of("GET"));
        }
        return answers.of(face.metadata(base, value("mode")));
    }

    private Caller allowed(Route route) {
        var caller = http.caller();
        if (caller == null) {
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
            var form = new String(http.body(), StandardCharsets.ISO_8859_1);
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
        var type = http.header(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw FhirProblem.of(415, IssueType.NOTSUPPORTED, "A search by POST is a form (" + FORM + ")");
        }
    }

    private @Nullable Resource body(Route route) throws IOException {
        var type = http.header(HttpHeaders.CONTENT_TYPE);
        var bytes = http.body();
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
                http.header(HttpHeaders.IF_MATCH),
                http.header(HttpHeaders.IF_NONE_MATCH),
                http.header("If-None-Exist"),
                http.header("Idempotency-Key"));
    }

    private @Nullable String languages() {
        var own = http.header(HttpHeaders.CONTENT_LANGUAGE);
        return own == null ? http.header(HttpHeaders.ACCEPT_LANGUAGE) : own;
    }

    private @Nullable String value(String name) {
        return query.stream()
                .filter(pair -> pair.name().equals(name))
                .map(StrictUrl.Pair::value)
                .findFirst()
                .orElse(null);
    }

    private List<String> path() {
        var segments = Arrays.stream(http.path().split("/"))
                .filter(segment -> !segment.isEmpty())
                .skip(1)
                .map(segment -> StrictUrl.decode(segment, false));
        return segments.toList();
    }

    private static List<StrictUrl.Pair> pairs(@Nullable String raw) {
        try {
            return raw == null ? List.of() : StrictUrl.pairs(raw);
        } catch (Malformed e) {
            throw FhirReader.malformed(e);
        }
    }
}
