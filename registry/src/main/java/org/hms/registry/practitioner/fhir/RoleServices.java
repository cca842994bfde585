package org.hms.registry.practitioner.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hms.registry.practitioner.PractitionerRole;

/** Which services are offered where a role is, in its specialty. */
@FunctionalInterface
public interface RoleServices {

    /** The ids of services by the id of the role; a role without any may be absent. */
    Map<String, List<String>> of(Collection<PractitionerRole> roles);
}
