package org.hms.registry.codes.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The resources that editors have stored, compiled, each found by what it is asked by. All are read once; then each is taken in
 * as it is written, so that a write costs what the one resource costs however many there are. What another service on the
 * database writes is taken in by {@link #follow}.
 */
final class StoredResources {
    private final CanonicalStore store;
    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<Key, Compiled> current = new ConcurrentSkipListMap<>();
    private final Map<String, List<Compiled>> byUrl = new ConcurrentHashMap<>();
    private final Map<String, List<Compiled>> supplements = new ConcurrentHashMap<>();
    private final Map<Key, ConceptMapDefinition> maps = new ConcurrentSkipListMap<>();
    private long followed = CanonicalStore.BEFORE_ALL;

    private record Key(String type, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byType = type.compareTo(other.type);
            return byType == 0 ? id.compareTo(other.id) : byType;
        }
    }

    /** A resource as it is stored, and as the engine asks it. */
    private record Compiled(CanonicalResource stored, Object content) {
        Key key() {
            return new Key(stored.type(), stored.id());
        }

        /** The code system this one only adds to. */
        @Nullable
        String base() {
            return content instanceof DefinedContent system && system.base() != null
                    ? Canonical.of(system.base()).url()
                    : null;
        }
    }

    StoredResources(CanonicalStore store) {
        this.store = store;
        follow();
    }

    /** Takes in what was stored meanwhile by others. */
    synchronized void follow() {
        var since = store.since(followed);
        for (var resource : since.resources()) {
            if (!isKnown(resource)) {
                put(resource, compile(parse(resource)));
            }
        }
        followed = since.upTo();
    }

    private boolean isKnown(CanonicalResource stored) {
        var known = current.get(new Key(stored.type(), stored.id()));
        return known != null && known.stored().version() >= stored.version();
    }

    CanonicalStore store() {
        return store;
    }

    /** Takes in a version that was stored, with what {@link #compile} made of it, unless a later one is known. */
    synchronized void put(CanonicalResource stored, Object compiled) {
        if (isKnown(stored)) {
            return;
        }
        var made = new Compiled(stored, compiled);
        var known = current.get(made.key());
        if (known != null) {
            without(byUrl, known.stored().url(), known);
            without(supplements, known.base(), known);
        }
        with(byUrl, stored.url(), made);
        with(supplements, made.base(), made);
        if (made.content() instanceof ConceptMapDefinition map) {
            maps.put(made.key(), map);
        }
        current.put(made.key(), made);
    }

    /** As the engine asks it; what cannot be compiled is not stored either. */
    static Object compile(Resource resource) {
        return switch (resource) {
            case CodeSystem codeSystem -> DefinedContent.of(CodeSystemMapping.toDefinition(codeSystem));
            case ValueSet valueSet -> ValueSetMapping.toDefinition(valueSet);
            case ConceptMap map -> ConceptMapMapping.toDefinition(map);
            default -> throw new IllegalStateException("A " + resource.fhirType() + " is not stored here");
        };
    }

    /** Lists are replaced, never changed, so that whoever reads one reads on undisturbed. */
    private static void with(Map<String, List<Compiled>> index, @Nullable String url, Compiled more) {
        if (url != null) {
            index.merge(
                    url,
                    List.of(more),
                    (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        }
    }

    private static void without(Map<String, List<Compiled>> index, @Nullable String url, Compiled gone) {
        if (url != null) {
            index.computeIfPresent(url, (_, some) -> {
                var left = some.stream()
                        .filter(one -> !one.key().equals(gone.key()))
                        .toList();
                return left.isEmpty() ? null : left;
            });
        }
    }

    Resource parse(CanonicalResource stored) {
        return (Resource) context.newJsonParser().parseResource(stored.content());
    }

    List<DefinedContent> codeSystems(String url) {
        return under(
                byUrl,
                url,
                one -> one.base() == null && one.content() instanceof DefinedContent system ? system : null);
    }

    List<DefinedContent> supplementsTo(String url) {
        return under(supplements, url, one -> one.content() instanceof DefinedContent system ? system : null);
    }

    List<ValueSetDefinition> valueSets(String url) {
        return under(byUrl, url, one -> one.content() instanceof ValueSetDefinition valueSet ? valueSet : null);
    }

    private static <T> List<T> under(
            Map<String, List<Compiled>> index, String url, Function<Compiled, @Nullable T> wanted) {
        var found = index.get(url);
        return found == null
                ? List.of()
                : found.stream()
                        .map(wanted)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    Collection<ConceptMapDefinition> maps() {
        return maps.values();
    }

    /** The current resources of a type. */
    List<CanonicalResource> list(String type) {
        return current.values().stream()
                .map(Compiled::stored)
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The current resources of a type under a URL. */
    List<CanonicalResource> list(String type, String url) {
        return byUrl.getOrDefault(url, List.of()).stream()
                .map(Compiled::stored)
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The current resource of a type with an id. */
    Optional<CanonicalResource> find(String type, String id) {
        return Optional.ofNullable(current.get(new Key(type, id))).map(Compiled::stored);
    }
}
