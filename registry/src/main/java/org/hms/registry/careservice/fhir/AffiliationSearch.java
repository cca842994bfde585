package org.hms.registry.careservice.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.careservice.CareCode;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.territory.Published;

/** What affiliations are searched by; their endpoints may come along. */
final class AffiliationSearch implements CareParameters<OrganizationAffiliation> {

    static final String INCLUDE_ENDPOINT = "OrganizationAffiliation:endpoint";

    private final CareDirectory<Endpoint> endpoints;
    private final CareInteractions<Endpoint, org.hl7.fhir.r4.model.Endpoint> toEndpoint;

    AffiliationSearch(
            CareDirectory<Endpoint> endpoints, CareInteractions<Endpoint, org.hl7.fhir.r4.model.Endpoint> toEndpoint) {
        this.endpoints = endpoints;
        this.toEndpoint = toEndpoint;
    }

    @Override
    public List<SearchParameter> offered() {
        return CareConditions.with(
                EntryTerms.token("active", "true or false"),
                SearchParameter.of("date", SearchParamType.DATE, "A day on which it stands"),
                EntryTerms.reference("primary-organization", "The organisation in which another takes part"),
                EntryTerms.reference("participating-organization", "The organisation that takes part"),
                EntryTerms.reference("endpoint", "How the participant is reached"),
                EntryTerms.token("role", "What the participant does in it"));
    }

    @Override
    public CareCondition condition(SearchTerm term, FhirRequest request) {
        return switch (term.name()) {
            case "date" -> CareConditions.days(term);
            case "primary-organization" ->
                CareConditions.place(CareLink.Role.ORGANIZATION, term, "Organization", request);
            case "participating-organization" ->
                CareConditions.place(CareLink.Role.PARTICIPANT, term, "Organization", request);
            case "endpoint" ->
                new CareCondition.RefersTo(CareLink.Role.ENDPOINT, EntryTerms.ids(term, "Endpoint", request));
            case "role" -> CareConditions.code(CareCode.Role.PART, term);
            default -> CareConditions.common(term);
        };
    }

    @Override
    public void include(FhirRequest request, List<Published<OrganizationAffiliation>> page, Searchset searchset) {
        if (request.query().includes(INCLUDE_ENDPOINT)) {
            var ids = page.stream()
                    .flatMap(affiliation -> affiliation.content().reach().endpoints().stream())
                    .distinct()
                    .toList();
            endpoints.find(ids).values().forEach(endpoint -> searchset.include(toEndpoint.toResource(endpoint)));
        }
    }
}
