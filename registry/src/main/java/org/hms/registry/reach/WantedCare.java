package org.hms.registry.reach;

import java.util.List;
import java.util.stream.Stream;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs; where nothing is said, any facility that works.
 *
 * @param service code of a service's type or specialty
 * @param types kinds of facility by the ministry's abbreviation; none for any
 */
public record WantedCare(@Nullable String service, List<String> types) {
    public WantedCare {
        types = List.copyOf(types);
    }

    boolean isOfKind(Facility facility) {
        var type = facility.kind().type();
        return types.isEmpty() || type != null && types.contains(type.code());
    }

    boolean isService(HealthcareService offered) {
        var nature = offered.nature();
        return offered.active()
                && !offered.withdrawn()
                && Stream.concat(nature.types().stream(), nature.specialties().stream())
                        .map(DirectoryType::code)
                        .anyMatch(code -> code.equals(service));
    }
}
