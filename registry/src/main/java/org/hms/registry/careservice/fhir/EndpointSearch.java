package org.hms.registry.careservice.fhir;

import java.util.List;
import org.hms.registry.careservice.CareCode;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;

/** What endpoints are searched by. */
final class EndpointSearch implements CareParameters<Endpoint> {

    private static final String STATUS = "http://hl7.org/fhir/endpoint-status";

    @Override
    public List<SearchParameter> offered() {
        return CareConditions.with(
                EntryTerms.text("name", "The beginning of its name"),
                EntryTerms.reference("organization", "Who manages it"),
                EntryTerms.token("status", "active, suspended, error, off, entered-in-error or test"),
                EntryTerms.token("connection-type", "How it is spoken to"),
                EntryTerms.token("payload-type", "What it takes"));
    }

    @Override
    public CareCondition condition(SearchTerm term, FhirRequest request) {
        return switch (term.name()) {
            case "organization" -> CareConditions.place(CareLink.Role.ORGANIZATION, term, "Organization", request);
            case "status" -> CareConditions.statuses(term, STATUS);
            case "connection-type" -> CareConditions.code(CareCode.Role.CONNECTION, term);
            case "payload-type" -> CareConditions.code(CareCode.Role.PAYLOAD, term);
            default -> CareConditions.common(term);
        };
    }
}
