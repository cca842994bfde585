package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.Interaction.Kind;
import org.hms.registry.fhir.Route.Query;
import org.hms.registry.fhir.Route.Target;

/** Finds who answers a method on a path; nothing is offered that no endpoint registered. */
final class FhirRouter {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final Map<String, FhirEndpoint> endpoints;
    private final Map<List<String>, List<Route>> operations = new HashMap<>();

    FhirRouter(List<FhirEndpoint> endpoints) {
        this.endpoints = endpoints.stream()
                .collect(Collectors.toMap(FhirEndpoint::type, Function.identity(), FhirRouter::twice, TreeMap::new));
        // Operations of a whole type are asked most, and nothing of them hangs on the request.
        this.endpoints.values().stream()
                .filter(endpoint -> !endpoint.isSystem())
                .forEach(endpoint -> endpoint.operations().forEach(operation -> {
                    var path = List.of(endpoint.type(), "$" + operation.name());
                    operations.put(path, List.copyOf(ways(path)));
                }));
    }

    /** The way to an operation of a whole type, if there is one and no role is needed for it. */
    Optional<Route> findQuestion(String method, List<String> path) {
        return operations.getOrDefault(path, List.of()).stream()
                .filter(route -> route.method().equals(method) && route.roles().isEmpty())
                .findFirst();
    }

    Route find(String method, List<String> path) {
        var ways = ways(path);
        if (ways.isEmpty() && !isRegularPath(path)) {
            throw FhirProblem.notFound("Nothing is found at this path");
        }
        return ways.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> FhirProblem.notSupported(
                        method + " is not offered at /fhir" + template(path), methodsOf(ways)));
    }

    /** The methods offered at a path, for {@code OPTIONS}. */
    TreeSet<String> methods(List<String> path) {
        var ways = ways(path);
        if (ways.isEmpty() && !isRegularPath(path)) {
            throw FhirProblem.notFound("Nothing is found at this path");
        }
        return methodsOf(ways);
    }

    /** Who takes this bundle: a transaction or a batch, by its type. */
    FhirHandler bundleHandler(Bundle bundle, Caller caller) {
        var kind = bundle.getType() == Bundle.BundleType.BATCH ? Kind.BATCH : Kind.TRANSACTION;
        var known = bundle.getType() == Bundle.BundleType.BATCH || bundle.getType() == Bundle.BundleType.TRANSACTION;
        var interaction = Optional.ofNullable(endpoints.get(""))
                .flatMap(system -> system.find(kind))
                .filter(found -> known)
                .orElseThrow(() -> FhirProblem.notSupported("Bundles of this type are not taken")
                        .at("Bundle.type"));
        if (!interaction.roles().isEmpty() && !interaction.roles().contains(caller.role())) {
            throw FhirProblem.forbidden("The role " + caller.role().code() + " may not ask for this");
        }
        return interaction.handler();
    }

    List<FhirEndpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    /** Every route there is, with identifiers left as templates; what the documentation lists. */
    List<Route> all() {
        var all = new ArrayList<Route>();
        for (var type : endpoints.keySet()) {
            var paths = type.isEmpty()
                    ? List.of(List.<String>of())
                    : List.of(
                            List.of(type),
                            List.of(type, "_search"),
                            List.of(type, "_history"),
                            List.of(type, "id"),
                            List.of(type, "id", "_history"),
                            List.of(type, "id", "_history", "vid"));
            paths.forEach(path -> all.addAll(ways(path)));
            for (var operation : endpoints.get(type).operations()) {
                var name = "$" + operation.name();
                all.addAll(type.isEmpty() ? ways(List.of(name)) : ways(List.of(type, name)));
                all.addAll(type.isEmpty() ? List.of() : ways(List.of(type, "id", name)));
            }
        }
        return all.stream().distinct().toList();
    }

    private List<Route> ways(List<String> path) {
        var known = operations.get(path);
        if (known != null) {
            return known;
        }
        var ways = new ArrayList<Route>();
        var atSystem = path.isEmpty() || path.getFirst().startsWith("$");
        var endpoint = endpoints.get(atSystem ? "" : path.getFirst());
        if (endpoint == null) {
            if (!atSystem) {
                throw FhirProblem.notFound("This registry has no resources of that type");
            }
            return ways;
        }
        var rest = atSystem ? path : path.subList(1, path.size());
        if (!rest.isEmpty() && rest.getLast().startsWith("$")) {
            addOperations(endpoint, rest, path, ways);
        } else if (atSystem) {
            addBundles(endpoint, path, ways);
        } else {
            addInteractions(new Ways(endpoint, path, target(endpoint, rest), ways));
        }
        return ways;
    }

    /** One way for both kinds of bundle; which it is, and whether the caller may, the body decides. */
    private static void addBundles(FhirEndpoint system, List<String> path, List<Route> ways) {
        system.interactions().stream()
                .findFirst()
                .ifPresent(any -> ways.add(new Route(
                        "POST",
                        template(path),
                        Kind.TRANSACTION.name(),
                        any.handler(),
                        Set.of(),
                        SearchOffer.NOTHING,
                        Query.RENDERING,
                        target(system, List.of()))));
    }

    private static void addInteractions(Ways ways) {
        // Behind the type: an id may look like a type's name.
        var shape = template(ways.path()).substring(1 + ways.path().getFirst().length());
        switch (shape) {
            case "" -> {
                ways.add("GET", Kind.SEARCH, Query.SEARCH);
                ways.add("POST", Kind.CREATE, Query.RENDERING);
                ways.add("POST", Kind.CONDITIONAL_CREATE, Query.RENDERING);
                ways.add("PUT", Kind.CONDITIONAL_UPDATE, Query.CRITERIA);
                ways.add("DELETE", Kind.CONDITIONAL_DELETE, Query.CRITERIA);
            }
            case "/_search" -> ways.add("POST", Kind.SEARCH, Query.SEARCH);
            case "/_history" -> ways.add("GET", Kind.HISTORY_TYPE, Query.SEARCH);
            case "/{id}" -> {
                ways.add("GET", Kind.READ, Query.RENDERING);
                ways.add("PUT", Kind.UPDATE, Query.RENDERING);
                ways.add("DELETE", Kind.DELETE, Query.RENDERING);
            }
            case "/{id}/_history" -> ways.add("GET", Kind.HISTORY_INSTANCE, Query.SEARCH);
            case "/{id}/_history/{vid}" -> ways.add("GET", Kind.VREAD, Query.RENDERING);
            default -> {
                // No other shape is FHIR's.
            }
        }
    }

    private static void addOperations(FhirEndpoint endpoint, List<String> rest, List<String> path, List<Route> ways) {
        var level = endpoint.type().isEmpty()
                ? Operation.Level.SYSTEM
                : rest.size() == 1 ? Operation.Level.TYPE : Operation.Level.INSTANCE;
        var deeper = level == Operation.Level.INSTANCE ? 2 : 1;
        endpoint.operations().stream()
                .filter(operation -> rest.size() == deeper
                        && rest.getLast().equals("$" + operation.name())
                        && operation.levels().contains(level))
                .forEach(operation -> operation.methods().stream()
                        .sorted()
                        .forEach(method -> ways.add(new Route(
                                method,
                                template(path),
                                "$" + operation.name(),
                                operation.handler(),
                                operation.roles(),
                                SearchOffer.ANYTHING,
                                Query.OPERATION,
                                target(endpoint, rest.subList(0, rest.size() - 1))))));
    }

    private record Ways(FhirEndpoint endpoint, List<String> path, Target target, List<Route> found) {
        void add(String method, Kind kind, Query use) {
            endpoint.find(kind)
                    .ifPresent(interaction -> found.add(new Route(
                            method,
                            template(path),
                            kind.name(),
                            interaction.handler(),
                            interaction.roles(),
                            use == Query.RENDERING ? SearchOffer.NOTHING : endpoint.offer(interaction),
                            use,
                            target)));
        }
    }

    private static Target target(FhirEndpoint endpoint, List<String> rest) {
        var id = rest.isEmpty() || rest.getFirst().startsWith("_") ? null : rest.getFirst();
        var version = rest.size() == 3 ? rest.get(2) : null;
        return new Target(endpoint.type(), id, version);
    }

    /** The path with ids replaced, so that no id reaches a log, a metric or a message. */
    static String template(List<String> path) {
        var template = new StringBuilder();
        for (var segment : path) {
            var literal = segment.startsWith("$") || segment.startsWith("_") || isTypeName(segment, template);
            var name = template.toString().endsWith("/_history") ? "{vid}" : "{id}";
            template.append('/').append(literal ? segment : ID.matcher(segment).matches() ? name : "{?}");
        }
        return template.toString();
    }

    private static boolean isTypeName(String segment, StringBuilder before) {
        return before.isEmpty() && segment.matches("[A-Z][A-Za-z]{1,63}");
    }

    private static boolean isRegularPath(List<String> path) {
        return path.isEmpty() || template(path).matches("/[A-Za-z]+(/\\{id})?(/_search|/_history(/\\{vid})?)?");
    }

    private static TreeSet<String> methodsOf(List<Route> ways) {
        return ways.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Several features may have something to offer for the system as a whole. */
    private static FhirEndpoint twice(FhirEndpoint one, FhirEndpoint other) {
        if (one.type().isEmpty()) {
            return one.and(other);
        }
        throw new IllegalStateException("Two endpoints are registered for the type '" + one.type() + "'");
    }
}
