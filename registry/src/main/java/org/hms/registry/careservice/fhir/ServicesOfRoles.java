package org.hms.registry.careservice.fhir;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.fhir.RoleServices;

/** A role serves in the services that are offered where it is, in its specialty. */
public final class ServicesOfRoles implements RoleServices {

    private static final int MOST = 1000;

    private final CareDirectory<HealthcareService> services;

    public ServicesOfRoles(CareDirectory<HealthcareService> services) {
        this.services = services;
    }

    @Override
    public Map<String, List<String>> of(Collection<PractitionerRole> roles) {
        var places = roles.stream().map(PractitionerRole::facility).distinct().toList();
        var offered = places.isEmpty()
                ? List.<HealthcareService>of()
                : services
                        .find(List.of(new CareCondition.RefersTo(CareLink.Role.LOCATION, places)), MOST, 0)
                        .page()
                        .stream()
                        .map(published -> published.content())
                        .toList();
        var found = new HashMap<String, List<String>>();
        for (var role : roles) {
            var serving = offered.stream()
                    .filter(service -> serves(role, service))
                    .map(HealthcareService::id)
                    .toList();
            if (!serving.isEmpty()) {
                found.put(role.id(), serving);
            }
        }
        return found;
    }

    private static boolean serves(PractitionerRole role, HealthcareService service) {
        return service.locations().contains(role.facility())
                && service.nature().specialties().stream()
                        .anyMatch(specialty -> specialty
                                        .system()
                                        .equals(role.specialty().system())
                                && specialty.code().equals(role.specialty().code()));
    }
}
