package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * All that is offered for one resource type, or for the system as a whole (its type is empty). Routing, the
 * CapabilityStatement and the documentation are made from it, so that what is said is what is done.
 */
public final class FhirEndpoint {
    private final String type;
    private final @Nullable String profile;
    private final List<Declared> declared;
    private final List<String> supported;
    private final List<Interaction> interactions;
    private final List<Operation> operations;
    private final Set<String> includes;
    private final Set<String> revIncludes;
    private final Set<String> sorts;
    private final List<String> instantiates;
    private final List<Feature> features;
    private final long longBodies;

    private FhirEndpoint(Builder builder) {
        this.type = builder.type;
        this.profile = builder.profiles.isEmpty() ? null : builder.profiles.getLast();
        this.declared = List.copyOf(builder.declared);
        this.supported = builder.supported.stream().distinct().toList();
        this.interactions = List.copyOf(builder.interactions);
        this.operations = List.copyOf(builder.operations);
        this.includes = Set.copyOf(builder.includes);
        this.revIncludes = Set.copyOf(builder.revIncludes);
        this.sorts = Set.copyOf(builder.sorts);
        this.instantiates = List.copyOf(builder.instantiates);
        this.features = List.copyOf(builder.features);
        this.longBodies = builder.longBodies;
    }

    /** Starts an endpoint of a resource type. */
    public static Builder of(String type) {
        return new Builder(type);
    }

    /** Starts the endpoint of the whole system: operations, transaction and batch. */
    public static Builder ofSystem() {
        return new Builder("");
    }

    /** The same, with others who take its bundles; whom they take them from, they decide. */
    FhirEndpoint withBundles(FhirHandler transaction, FhirHandler batch) {
        var changed = new Builder(type);
        interactions.stream()
                .filter(one -> one.kind() != Interaction.Kind.TRANSACTION && one.kind() != Interaction.Kind.BATCH)
                .forEach(one -> changed.add(
                        one.kind(), one.handler(), one.parameters(), one.roles().toArray(Role[]::new)));
        changed.transaction(transaction).batch(batch);
        changed.operations.addAll(operations);
        changed.instantiates.addAll(instantiates);
        changed.features.addAll(features);
        return changed.build();
    }

    /** What both offer, for the same type. */
    FhirEndpoint and(FhirEndpoint other) {
        var both = new Builder(type);
        for (var endpoint : List.of(this, other)) {
            endpoint.interactions.forEach(one -> both.add(
                    one.kind(), one.handler(), one.parameters(), one.roles().toArray(Role[]::new)));
            both.operations.addAll(endpoint.operations);
            both.instantiates.addAll(endpoint.instantiates);
            both.features.addAll(endpoint.features);
        }
        return both.build();
    }

    String type() {
        return type;
    }

    /** Whether it is about the system as a whole. */
    public boolean isSystem() {
        return type.isEmpty();
    }

    @Nullable
    String profile() {
        return profile;
    }

    /** A feature of the service as a whole: the canonical of its definition, and its value as a code or as true. */
    record Feature(String definition, String value) {}

    List<String> instantiates() {
        return instantiates;
    }

    List<Feature> features() {
        return features;
    }

    /** A canonical that the CapabilityStatement names in an extension of the resource. */
    record Declared(String extension, String canonical) {}

    List<Declared> declared() {
        return declared;
    }

    List<String> supported() {
        return supported;
    }

    List<Interaction> interactions() {
        return interactions;
    }

    List<Operation> operations() {
        return operations;
    }

    /** How many bytes a resource of this type may have where it is stored; 0 where the usual limit holds. */
    long longBodies() {
        return longBodies;
    }

    Set<String> includes() {
        return new TreeSet<>(includes);
    }

    Set<String> revIncludes() {
        return new TreeSet<>(revIncludes);
    }

    Optional<Interaction> find(Interaction.Kind kind) {
        return interactions.stream().filter(i -> i.kind() == kind).findFirst();
    }

    SearchOffer offer(Interaction interaction) {
        return new SearchOffer(interaction.parameters(), includes, revIncludes, sorts, false);
    }

    /** Collects what an endpoint offers; each interaction is named once. */
    public static final class Builder {
        private final String type;
        private final List<String> profiles = new ArrayList<>();
        private final List<Declared> declared = new ArrayList<>();
        private final List<String> supported = new ArrayList<>();
        private final List<Interaction> interactions = new ArrayList<>();
        private final List<Operation> operations = new ArrayList<>();
        private final Set<String> includes = new TreeSet<>();
        private final Set<String> revIncludes = new TreeSet<>();
        private final Set<String> sorts = new TreeSet<>();
        private final List<String> instantiates = new ArrayList<>();
        private final List<Feature> features = new ArrayList<>();
        private long longBodies;

        private Builder(String type) {
            this.type = type;
        }

        public Builder profile(String canonical) {
            profiles.add(canonical);
            return this;
        }

        /** Names a canonical in an extension of the resource, as guides want it for what FHIR has no element for. */
        public Builder declares(String extension, String canonical) {
            declared.add(new Declared(extension, canonical));
            return this;
        }

        /** The service as a whole does what this CapabilityStatement asks for. */
        public Builder instantiates(String canonical) {
            instantiates.add(canonical);
            return this;
        }

        /** The service as a whole has a feature that others have defined. */
        public Builder feature(String definition, String value) {
            features.add(new Feature(definition, value));
            return this;
        }

        /** A profile to which resources of this type conform where it fits them. */
        public Builder supports(String canonical) {
            supported.add(canonical);
            return this;
        }

        public Builder read(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.READ, handler, List.of(), roles);
        }

        public Builder vread(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.VREAD, handler, List.of(), roles);
        }

        public Builder search(FhirHandler handler, List<SearchParameter> parameters, Role... roles) {
            return add(Interaction.Kind.SEARCH, handler, parameters, roles);
        }

        public Builder create(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.CREATE, handler, List.of(), roles);
        }

        /** A create under {@code If-None-Exist}. */
        public Builder conditionalCreate(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.CONDITIONAL_CREATE, handler, List.of(), roles);
        }

        public Builder update(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.UPDATE, handler, List.of(), roles);
        }

        /** {@code PUT Type?criteria}; only these criteria are taken, always strictly. */
        public Builder conditionalUpdate(FhirHandler handler, List<SearchParameter> criteria, Role... roles) {
            return add(Interaction.Kind.CONDITIONAL_UPDATE, handler, criteria, roles);
        }

        public Builder delete(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.DELETE, handler, List.of(), roles);
        }

        /** {@code DELETE Type?criteria}; only these criteria are taken, always strictly. */
        public Builder conditionalDelete(FhirHandler handler, List<SearchParameter> criteria, Role... roles) {
            return add(Interaction.Kind.CONDITIONAL_DELETE, handler, criteria, roles);
        }

        public Builder historyInstance(FhirHandler handler, List<SearchParameter> parameters, Role... roles) {
            return add(Interaction.Kind.HISTORY_INSTANCE, handler, parameters, roles);
        }

        public Builder historyType(FhirHandler handler, List<SearchParameter> parameters, Role... roles) {
            return add(Interaction.Kind.HISTORY_TYPE, handler, parameters, roles);
        }

        public Builder transaction(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.TRANSACTION, handler, List.of(), roles);
        }

        public Builder batch(FhirHandler handler, Role... roles) {
            return add(Interaction.Kind.BATCH, handler, List.of(), roles);
        }

        /** An operation, named without its dollar, at one level, with the canonical URL of its definition. */
        public Builder operation(
                String name,
                Operation.Level level,
                Set<String> methods,
                FhirHandler handler,
                String definition,
                Role... roles) {
            operations.add(new Operation(name, Set.of(level), methods, handler, definition, Set.of(roles)));
            return this;
        }

        /** What may come along, such as {@code PractitionerRole:practitioner}. */
        public Builder includes(String... values) {
            includes.addAll(List.of(values));
            return this;
        }

        public Builder revIncludes(String... values) {
            revIncludes.addAll(List.of(values));
            return this;
        }

        /** The parameters by which {@code _sort} may order. */
        public Builder sorts(String... parameters) {
            sorts.addAll(List.of(parameters));
            return this;
        }

        /** Resources of this type may be longer than the usual limit where they are created or updated. */
        public Builder longBodies(long bytes) {
            longBodies = bytes;
            return this;
        }

        public FhirEndpoint build() {
            return new FhirEndpoint(this);
        }

        private Builder add(
                Interaction.Kind kind, FhirHandler handler, List<SearchParameter> parameters, Role... roles) {
            if (interactions.stream().anyMatch(i -> i.kind() == kind)) {
                throw new IllegalStateException(type + " offers " + kind + " twice");
            }
            interactions.add(new Interaction(kind, handler, parameters, Set.of(roles)));
            return this;
        }
    }
}
