package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;

/** Reads and finds the few resources that go by URL, version and name; only those shown are built. */
final class CanonicalReads {
    static final List<SearchParameter> PARAMETERS = List.of(
            SearchParameter.of("_id", SearchParamType.TOKEN, "The id of the resource"),
            SearchParameter.of("url", SearchParamType.URI, "The canonical URL"),
            SearchParameter.of("version", SearchParamType.TOKEN, "The version"),
            new SearchParameter(
                    "name", SearchParamType.STRING, Set.of("exact", "contains"), "The beginning of the name"));

    /** What there is anyway, and what editors have stored. */
    static CanonicalReads joined(String type, CanonicalReads reads, StoredResources stored) {
        return new CanonicalReads(
                type,
                () -> Stream.concat(
                                reads.entries.get().stream(),
                                stored.list(type).stream().map(resource -> toEntry(resource, stored)))
                        .toList(),
                url -> Stream.concat(
                                reads.byUrl.apply(url).stream(),
                                stored.list(type, url).stream().map(resource -> toEntry(resource, stored)))
                        .toList());
    }

    private static Entry toEntry(CanonicalResource resource, StoredResources stored) {
        return new Entry(
                resource.id(),
                resource.url(),
                Objects.requireNonNullElse(resource.businessVersion(), ""),
                Objects.requireNonNullElse(resource.name(), ""),
                () -> stored.parse(resource));
    }

    /** One resource, told apart before it is built; among others a large one is shown in outline. */
    record Entry(
            String id,
            String url,
            String version,
            String name,
            Supplier<? extends Resource> resource,
            Supplier<? extends Resource> outline) {

        Entry(String id, String url, String version, String name, Supplier<? extends Resource> resource) {
            this(id, url, version, name, resource, resource);
        }
    }

    private final String type;
    private final Supplier<List<Entry>> entries;
    private final Function<String, List<Entry>> byUrl;

    CanonicalReads(String type, Supplier<List<Entry>> entries) {
        this(
                type,
                entries,
                url -> entries.get().stream()
                        .filter(entry -> entry.url().equals(url))
                        .toList());
    }

    private CanonicalReads(String type, Supplier<List<Entry>> entries, Function<String, List<Entry>> byUrl) {
        this.type = type;
        this.entries = entries;
        this.byUrl = byUrl;
    }

    FhirAnswer read(FhirRequest request) {
        return entries.get().stream()
                .filter(entry -> entry.id().equals(request.id()))
                .findFirst()
                .map(entry -> FhirAnswer.ok(build(entry, entry.resource().get())))
                .orElseThrow(() -> FhirProblem.notFound("No " + type + " has this id"));
    }

    FhirAnswer search(FhirRequest request) {
        var query = request.query();
        var found = candidates(query.terms()).stream()
                .filter(entry -> query.terms().stream().allMatch(term -> matches(entry, term)))
                .toList();
        var searchset = Searchset.of(request, found.size());
        found.stream()
                .skip(query.offset())
                .limit(query.count())
                .forEach(entry -> searchset.match(build(entry, entry.outline().get())));
        return searchset.answer();
    }

    /** Those under the one URL that is asked for, or all: imports ask by URL for each of thousands. */
    private List<Entry> candidates(List<SearchTerm> terms) {
        return terms.stream()
                .filter(term -> term.name().equals("url") && term.values().size() == 1)
                .findFirst()
                .map(term -> byUrl.apply(term.value()))
                .orElseGet(entries);
    }

    private static Resource build(Entry entry, Resource resource) {
        resource.setId(entry.id());
        return resource;
    }

    private static boolean matches(Entry entry, SearchTerm term) {
        return switch (term.name()) {
            case "_id" -> term.values().contains(entry.id());
            case "url" -> term.values().contains(entry.url());
            case "version" -> term.tokens().stream().anyMatch(token -> Objects.equals(token.code(), entry.version()));
            case "name" -> term.values().stream().anyMatch(name(entry.name(), term));
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private static Predicate<String> name(String name, SearchTerm term) {
        if (term.hasModifier("exact")) {
            return name::equals;
        }
        var folded = name.toLowerCase(Locale.ROOT);
        return term.hasModifier("contains")
                ? asked -> folded.contains(asked.toLowerCase(Locale.ROOT))
                : asked -> folded.startsWith(asked.toLowerCase(Locale.ROOT));
    }
}
