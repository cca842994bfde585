package org.hms.registry.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.StrictUrl;
import org.jspecify.annotations.Nullable;

/** What one entry of a bundle asks for: an interaction with a type or with one resource of it, or an operation on it. */
record BundledInteraction(
        FhirHandler handler,
        Set<Role> roles,
        HTTPVerb method,
        String type,
        @Nullable String id,
        SearchQuery query,
        Conditional conditional,
        @Nullable Resource body) {

    private static final Pattern URL =
            Pattern.compile("/?([A-Z][A-Za-z]+)(?:/([A-Za-z0-9.-]{1,64}))?(?:/\\$([a-z][a-z-]*))?(?:\\?(.*))?");

    /** The type that an entry is about; empty where its URL names none. */
    static String typeOf(BundleEntryComponent entry) {
        var url = URL.matcher(entry.getRequest().hasUrl() ? entry.getRequest().getUrl() : "");
        return url.matches() ? url.group(1) : "";
    }

    static BundledInteraction of(
            BundleEntryComponent entry, Map<String, FhirEndpoint> endpoints, FhirSettings settings) {
        var request = entry.getRequest();
        if (!request.hasMethod() || !request.hasUrl()) {
            throw FhirProblem.required("An entry has a request with method and url", "request");
        }
        var url = URL.matcher(request.getUrl());
        var endpoint = endpoints.get(typeOf(entry));
        if (!url.matches() || endpoint == null) {
            throw notOffered();
        }
        var named = url.group(3);
        return named == null
                ? interaction(entry, endpoint, url.group(2), url.group(4), settings)
                : operation(entry, endpoint, url.group(2), named, url.group(4), settings);
    }

    private static BundledInteraction interaction(
            BundleEntryComponent entry,
            FhirEndpoint endpoint,
            @Nullable String id,
            @Nullable String criteria,
            FhirSettings settings) {
        var request = entry.getRequest();
        var interaction =
                endpoint.find(kind(request, id, criteria != null)).orElseThrow(BundledInteraction::notOffered);
        return new BundledInteraction(
                interaction.handler(),
                interaction.roles(),
                request.getMethod(),
                endpoint.type(),
                id,
                query(criteria, endpoint.offer(interaction), settings),
                new Conditional(request.getIfMatch(), request.getIfNoneMatch(), null, null),
                body(entry, endpoint.type(), id));
    }

    private static BundledInteraction operation(
            BundleEntryComponent entry,
            FhirEndpoint endpoint,
            @Nullable String id,
            String name,
            @Nullable String parameters,
            FhirSettings settings) {
        var method = entry.getRequest().getMethod();
        var level = id == null ? Operation.Level.TYPE : Operation.Level.INSTANCE;
        var operation = endpoint.operations().stream()
                .filter(one -> one.name().equals(name) && one.levels().contains(level))
                .filter(one -> one.methods().contains(method.toCode()))
                .findFirst()
                .orElseThrow(BundledInteraction::notOffered);
        return new BundledInteraction(
                operation.handler(),
                operation.roles(),
                method,
                endpoint.type(),
                id,
                query(parameters, SearchOffer.ANYTHING, settings),
                Conditional.NONE,
                method == HTTPVerb.POST && entry.hasResource() ? entry.getResource() : null);
    }

    private static Interaction.Kind kind(BundleEntryRequestComponent request, @Nullable String id, boolean criteria) {
        if (request.hasIfNoneExist() || criteria && request.getMethod() != HTTPVerb.GET) {
            throw FhirProblem.notSupported("Within a bundle nothing is created, revised or deleted under a condition")
                    .at("request");
        }
        return switch (request.getMethod()) {
            case GET -> id == null ? Interaction.Kind.SEARCH : Interaction.Kind.READ;
            case POST -> id == null ? Interaction.Kind.CREATE : refuse();
            case PUT -> id == null ? refuse() : Interaction.Kind.UPDATE;
            case DELETE -> id == null ? refuse() : Interaction.Kind.DELETE;
            case HEAD, PATCH, NULL -> refuse();
        };
    }

    private static SearchQuery query(@Nullable String criteria, SearchOffer offer, FhirSettings settings) {
        try {
            var pairs = criteria == null ? List.<StrictUrl.Pair>of() : StrictUrl.pairs(criteria);
            return new SearchParser(offer, settings, true).parse(pairs);
        } catch (Malformed e) {
            throw FhirReader.malformed(e);
        }
    }

    private static @Nullable Resource body(BundleEntryComponent entry, String type, @Nullable String id) {
        if (!Set.of(HTTPVerb.POST, HTTPVerb.PUT).contains(entry.getRequest().getMethod())) {
            return null;
        }
        if (!entry.hasResource() || !entry.getResource().fhirType().equals(type)) {
            throw FhirProblem.required("An entry that writes holds a " + type, "resource");
        }
        if (id != null && !id.equals(entry.getResource().getIdElement().getIdPart())) {
            throw FhirProblem.invalid("The id in the resource is not the id in the URL", "resource.id");
        }
        return entry.getResource();
    }

    private static Interaction.Kind refuse() {
        throw notOffered();
    }

    private static FhirProblem notOffered() {
        return FhirProblem.notSupported("This is not offered within a bundle").at("request");
    }

    /** The request as its handler would get it alone. */
    FhirRequest within(FhirRequest bundle) {
        return new FhirRequest(
                bundle.caller(),
                type,
                id,
                null,
                query,
                body,
                conditional,
                bundle.preferences(),
                bundle.base(),
                bundle.languages());
    }
}
