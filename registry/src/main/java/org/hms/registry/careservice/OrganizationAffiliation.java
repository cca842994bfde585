package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** One organisation takes part in another, which is not its parent: a hospital in a network. */
public record OrganizationAffiliation(
        String id,
        boolean withdrawn,
        boolean active,
        List<DirectoryIdentifier> identifiers,
        String organization,
        @Nullable String participant,
        Reach reach,
        @Nullable LocalDate since,
        @Nullable LocalDate until)
        implements CareEntry {

    /** What the affiliation is, and what it covers. */
    public record Reach(
            List<DirectoryType> parts,
            List<DirectoryType> specialties,
            List<String> networks,
            List<String> locations,
            List<String> services,
            List<String> endpoints) {
        public Reach {
            parts = List.copyOf(parts);
            specialties = List.copyOf(specialties);
            networks = List.copyOf(networks);
            locations = List.copyOf(locations);
            services = List.copyOf(services);
            endpoints = List.copyOf(endpoints);
        }
    }

    public OrganizationAffiliation {
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public OrganizationAffiliation withdraw() {
        return new OrganizationAffiliation(
                id, true, false, identifiers, organization, participant, reach, since, until);
    }

    /** Whoever would take part in itself takes part no more. */
    @Override
    public OrganizationAffiliation following(UnaryOperator<String> heirs) {
        var leads = heirs.apply(organization);
        var takesPart = participant == null ? null : heirs.apply(participant);
        var moved = new OrganizationAffiliation(
                id,
                withdrawn,
                active,
                identifiers,
                leads,
                takesPart,
                new Reach(
                        reach.parts(),
                        reach.specialties(),
                        reach.networks().stream().map(heirs).distinct().toList(),
                        reach.locations().stream().map(heirs).distinct().toList(),
                        reach.services(),
                        reach.endpoints()),
                since,
                until);
        return leads.equals(takesPart) ? moved.withdraw() : moved;
    }

    @Override
    public List<DirectoryName> names() {
        return List.of();
    }

    @Override
    public List<CareLink> links() {
        return Stream.of(
                        CareLink.of(CareLink.Role.ORGANIZATION, organization),
                        CareLink.of(CareLink.Role.PARTICIPANT, participant),
                        CareLink.of(CareLink.Role.NETWORK, reach.networks()),
                        CareLink.of(CareLink.Role.LOCATION, reach.locations()),
                        CareLink.of(CareLink.Role.SERVICE, reach.services()),
                        CareLink.of(CareLink.Role.ENDPOINT, reach.endpoints()))
                .flatMap(links -> links)
                .toList();
    }

    @Override
    public List<CareCode> codes() {
        return Stream.concat(
                        CareCode.of(CareCode.Role.PART, reach.parts()),
                        CareCode.of(CareCode.Role.SPECIALTY, reach.specialties()))
                .toList();
    }

    @Override
    public String statusCode() {
        return active ? "active" : "inactive";
    }
}
