package org.hms.registry.careservice.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.access.Role;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.SearchParameter;

/**
 * What can be asked of services, endpoints and affiliations (IHE mCSD ITI-90, ITI-91), and how stewards write them
 * (ITI-130: create, update, delete). Every caller may ask.
 */
public final class CareEndpoints {

    private static final String PROFILES = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.";
    private static final Role[] WRITERS = {Role.ADMIN, Role.STEWARD};
    private static final List<SearchParameter> HISTORY = List.of(new SearchParameter(
            "_since", SearchParamType.DATE, Set.of(), "Only what was published at or after this instant"));

    private CareEndpoints() {}

    public static List<FhirEndpoint> of(
            CareDirectory<HealthcareService> services,
            CareDirectory<Endpoint> endpoints,
            CareDirectory<OrganizationAffiliation> affiliations) {
        var toEndpoint = new CareInteractions<>(endpoints, new EndpointMapping());
        return List.of(
                builder(services, new HealthcareServiceMapping(), new HealthcareServiceSearch())
                        .build(),
                builder(endpoints, new EndpointMapping(), new EndpointSearch()).build(),
                builder(affiliations, new AffiliationMapping(), new AffiliationSearch(endpoints, toEndpoint))
                        .includes(AffiliationSearch.INCLUDE_ENDPOINT)
                        .build());
    }

    private static <T extends CareEntry, R extends DomainResource> FhirEndpoint.Builder builder(
            CareDirectory<T> directory, CareMapping<T, R> mapping, CareParameters<T> parameters) {
        var interactions = new CareInteractions<>(directory, mapping);
        return FhirEndpoint.of(mapping.typeName())
                .profile(PROFILES + mapping.typeName())
                .read(interactions::read)
                .vread(interactions::vread)
                .search(new CareSearchHandler<>(directory, interactions, parameters), parameters.offered())
                .historyInstance(interactions::history, HISTORY)
                .historyType(interactions::historyOfType, HISTORY)
                .create(interactions::create, WRITERS)
                .update(interactions::update, WRITERS)
                .delete(interactions::delete, WRITERS);
    }
}
