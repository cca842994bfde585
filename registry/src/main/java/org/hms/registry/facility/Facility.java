package org.hms.registry.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.DirectoryType;

/** A facility as one source lists it. The same house may stand in several lists; to reconcile them is the stewards' work. */
public record Facility(
        String id,
        SourceRow source,
        FacilityName name,
        FacilityKind kind,
        FacilitySite site,
        List<DirectoryIdentifier> identifiers,
        FacilityService service,
        Succession succession,
        FacilityDetails details)
        implements DirectoryEntry {

    /** Ids of facilities begin with this. */
    public static final String ID_PREFIX = "f";

    /** What was stored earlier says nothing of heirs or details. */
    public Facility {
        identifiers = List.copyOf(identifiers);
        succession = Objects.requireNonNullElse(succession, Succession.NONE);
        details = Objects.requireNonNullElse(details, FacilityDetails.NONE);
    }

    /** A facility that is nobody's heir and has none, and of which nothing else is told. */
    public Facility(
            String id,
            SourceRow source,
            FacilityName name,
            FacilityKind kind,
            FacilitySite site,
            List<DirectoryIdentifier> identifiers,
            FacilityService service) {
        this(id, source, name, kind, site, identifiers, service, Succession.NONE, FacilityDetails.NONE);
    }

    public Facility with(FacilitySite other) {
        return new Facility(id, source, name, kind, other, identifiers, service, succession, details);
    }

    public Facility with(FacilityStatus status) {
        var as = new FacilityService(status, service.phones());
        return new Facility(id, source, name, kind, site, identifiers, as, succession, details);
    }

    public Facility with(Succession other) {
        return new Facility(id, source, name, kind, site, identifiers, service, other, details);
    }

    public Facility with(FacilityDetails others) {
        return new Facility(id, source, name, kind, site, identifiers, service, succession, others);
    }

    public Facility withIdentifiers(List<DirectoryIdentifier> others) {
        return new Facility(id, source, name, kind, site, others, service, succession, details);
    }

    @Override
    public boolean active() {
        return service.status() != FacilityStatus.INACTIVE;
    }

    @Override
    public List<DirectoryName> names() {
        return Stream.concat(Stream.of(name.repaired(), name.printed()), name.others().stream())
                .distinct()
                .map(DirectoryName::whole)
                .toList();
    }

    public List<DirectoryType> types() {
        var types = new ArrayList<DirectoryType>();
        types.add(new DirectoryType(DirectorySystems.MCSD_TYPE, "facility", "Facility"));
        if (kind.type() != null) {
            types.add(new DirectoryType(
                    DirectorySystems.FACILITY_TYPE,
                    kind.type().code(),
                    kind.type().display()));
        }
        if (kind.ownership() != null) {
            types.add(new DirectoryType(
                    DirectorySystems.FACILITY_OWNERSHIP,
                    kind.ownership().code(),
                    kind.ownership().display()));
        }
        return types;
    }
}
