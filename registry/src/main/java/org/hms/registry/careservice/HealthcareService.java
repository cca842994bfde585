package org.hms.registry.careservice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** A service that is offered at places: what it is, who provides it, and when. */
public record HealthcareService(
        String id,
        boolean withdrawn,
        boolean active,
        List<DirectoryIdentifier> identifiers,
        String name,
        @Nullable String organization,
        List<String> locations,
        Nature nature,
        List<OpeningHours> hours,
        List<String> phones,
        OpeningExceptions exceptions,
        ServiceCapacity capacity)
        implements CareEntry {

    /** Ids of services begin with this. */
    public static final String ID_PREFIX = "s";

    /** What kind of service it is. */
    public record Nature(
            List<DirectoryType> types,
            List<DirectoryType> specialties,
            @Nullable String comment) {
        public Nature {
            types = List.copyOf(types);
            specialties = List.copyOf(specialties);
        }
    }

    /** What was stored before these were kept says nothing of exceptions and capacity. */
    public HealthcareService {
        exceptions = Objects.requireNonNullElse(exceptions, OpeningExceptions.NONE);
        capacity = Objects.requireNonNullElse(capacity, ServiceCapacity.UNTOLD);
        identifiers = List.copyOf(identifiers);
        locations = List.copyOf(locations);
        hours = List.copyOf(hours);
        phones = List.copyOf(phones);
    }

    @Override
    public HealthcareService withdraw() {
        return ended(true);
    }

    /** The same, offered no more. */
    public HealthcareService inactive() {
        return ended(withdrawn);
    }

    private HealthcareService ended(boolean isWithdrawn) {
        return new HealthcareService(
                id,
                isWithdrawn,
                false,
                identifiers,
                name,
                organization,
                locations,
                nature,
                hours,
                phones,
                exceptions,
                capacity);
    }

    @Override
    public HealthcareService following(UnaryOperator<String> heirs) {
        return new HealthcareService(
                id,
                withdrawn,
                active,
                identifiers,
                name,
                organization == null ? null : heirs.apply(organization),
                locations.stream().map(heirs).distinct().toList(),
                nature,
                hours,
                phones,
                exceptions,
                capacity);
    }

    @Override
    public List<DirectoryName> names() {
        return List.of(DirectoryName.whole(name));
    }

    @Override
    public List<CareLink> links() {
        return Stream.concat(
                        CareLink.of(CareLink.Role.ORGANIZATION, organization),
                        CareLink.of(CareLink.Role.LOCATION, locations))
                .toList();
    }

    @Override
    public List<CareCode> codes() {
        return Stream.concat(
                        CareCode.of(CareCode.Role.TYPE, nature.types()),
                        CareCode.of(CareCode.Role.SPECIALTY, nature.specialties()))
                .toList();
    }

    @Override
    public String statusCode() {
        return active ? "active" : "inactive";
    }

    @Override
    public @Nullable LocalDate since() {
        return null;
    }

    @Override
    public @Nullable LocalDate until() {
        return null;
    }
}
