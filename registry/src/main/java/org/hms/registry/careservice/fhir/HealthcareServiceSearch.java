package org.hms.registry.careservice.fhir;

import java.util.List;
import org.hms.registry.careservice.CareCode;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.facility.fhir.PlaceTerms;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;

/** What services are searched by. */
final class HealthcareServiceSearch implements CareParameters<HealthcareService> {

    @Override
    public List<SearchParameter> offered() {
        return PlaceTerms.withBoth(CareConditions.with(
                EntryTerms.token("active", "true or false"),
                EntryTerms.text("name", "The beginning of its name, accents and case aside"),
                EntryTerms.reference("location", "Where it is offered"),
                EntryTerms.reference("organization", "Who provides it"),
                EntryTerms.token("service-type", "What kind of service it is"),
                EntryTerms.token("specialty", "The specialty it needs")));
    }

    @Override
    public CareCondition condition(SearchTerm term, FhirRequest request) {
        return switch (term.name()) {
            case "location" -> CareConditions.place(CareLink.Role.LOCATION, term, "Location", request);
            case "organization" -> CareConditions.place(CareLink.Role.ORGANIZATION, term, "Organization", request);
            case "service-type" -> CareConditions.code(CareCode.Role.TYPE, term);
            case "specialty" -> CareConditions.code(CareCode.Role.SPECIALTY, term);
            default -> CareConditions.common(term);
        };
    }
}
