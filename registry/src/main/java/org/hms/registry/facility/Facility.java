package org.hms.registry.facility;

import java.util.ArrayList;
import java.util.List;
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
        FacilityService service)
        implements DirectoryEntry {

    /** Ids of facilities begin with this. */
    public static final String ID_PREFIX = "f";

    public Facility {
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public boolean active() {
        return service.status() != FacilityStatus.INACTIVE;
    }

    @Override
    public List<DirectoryName> names() {
        return name.printed().equals(name.repaired())
                ? List.of(DirectoryName.whole(name.printed()))
                : List.of(DirectoryName.whole(name.repaired()), DirectoryName.whole(name.printed()));
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
