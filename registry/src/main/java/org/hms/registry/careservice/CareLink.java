package org.hms.registry.careservice;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reference of an entry to another, by what the other is to it. */
public record CareLink(Role role, String target) {

    /** What the other is, and the kinds of entry it may be. */
    public enum Role {
        /** Who offers, manages, or leads. */
        ORGANIZATION("Jurisdiction", "Facility"),
        /** Who takes part. */
        PARTICIPANT("Jurisdiction", "Facility"),
        /** In which network. */
        NETWORK("Jurisdiction", "Facility"),
        LOCATION("Jurisdiction", "Facility"),
        SERVICE("HealthcareService"),
        ENDPOINT("Endpoint");

        private final Set<String> kinds;

        Role(String... kinds) {
            this.kinds = Set.of(kinds);
        }

        public Set<String> kinds() {
            return kinds;
        }
    }

    static Stream<CareLink> of(Role role, @Nullable String target) {
        return target == null ? Stream.empty() : Stream.of(new CareLink(role, target));
    }

    static Stream<CareLink> of(Role role, Collection<String> targets) {
        return targets.stream().map(id -> new CareLink(role, id));
    }
}
