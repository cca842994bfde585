package org.hms.registry.careservice.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.facility.fhir.OrganizationCompanions;

/** The endpoints and affiliations of organisations. */
public final class KnownOfOrganizations implements OrganizationCompanions {

    private static final int MOST = 1000;

    private final CareDirectory<Endpoint> endpoints;
    private final CareInteractions<Endpoint, org.hl7.fhir.r4.model.Endpoint> toEndpoint;
    private final CareDirectory<OrganizationAffiliation> affiliations;
    private final CareInteractions<OrganizationAffiliation, org.hl7.fhir.r4.model.OrganizationAffiliation>
            toAffiliation;

    public KnownOfOrganizations(
            CareDirectory<Endpoint> endpoints, CareDirectory<OrganizationAffiliation> affiliations) {
        this.endpoints = endpoints;
        this.toEndpoint = new CareInteractions<>(endpoints, new EndpointMapping());
        this.affiliations = affiliations;
        this.toAffiliation = new CareInteractions<>(affiliations, new AffiliationMapping());
    }

    @Override
    public List<Resource> addEndpoints(Collection<Organization> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        Map<String, Organization> byId = organizations.stream()
                .collect(Collectors.toMap(Organization::getIdPart, Function.identity(), (one, _) -> one));
        var found = endpoints.find(
                List.of(new CareCondition.RefersTo(CareLink.Role.ORGANIZATION, List.copyOf(byId.keySet()))), MOST, 0);
        for (var endpoint : found.page()) {
            var manager = byId.get(endpoint.content().organization());
            if (manager != null) {
                manager.addEndpoint(
                        new Reference("Endpoint/" + endpoint.content().id()));
            }
        }
        return found.page().stream().<Resource>map(toEndpoint::toResource).toList();
    }

    @Override
    public List<Resource> affiliationsIn(Collection<String> participants) {
        return affiliations(CareLink.Role.PARTICIPANT, participants);
    }

    @Override
    public List<Resource> affiliationsOf(Collection<String> organizations) {
        return affiliations(CareLink.Role.ORGANIZATION, organizations);
    }

    private List<Resource> affiliations(CareLink.Role role, Collection<String> ids) {
        return affiliations.find(List.of(new CareCondition.RefersTo(role, List.copyOf(ids))), MOST, 0).page().stream()
                .<Resource>map(toAffiliation::toResource)
                .toList();
    }
}
