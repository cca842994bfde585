package org.hms.registry.careservice.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hms.registry.careservice.Endpoint;
import org.hms.registry.careservice.Endpoint.Connection;
import org.hms.registry.fhir.FhirProblem;

/** Endpoints as FHIR's Endpoint; mCSD asks for who manages it. */
final class EndpointMapping implements CareMapping<Endpoint, org.hl7.fhir.r4.model.Endpoint> {

    private static final String PATH = "Endpoint";

    @Override
    public Class<org.hl7.fhir.r4.model.Endpoint> type() {
        return org.hl7.fhir.r4.model.Endpoint.class;
    }

    @Override
    public String prefix() {
        return "e";
    }

    @Override
    public org.hl7.fhir.r4.model.Endpoint toResource(Endpoint entry) {
        var endpoint = new org.hl7.fhir.r4.model.Endpoint();
        endpoint.setIdentifier(CareTerms.toIdentifiers(entry.identifiers()));
        endpoint.setStatus(EndpointStatus.fromCode(entry.statusCode()));
        endpoint.setConnectionType(CareTerms.toCoding(entry.connection().type()));
        endpoint.setName(entry.name());
        endpoint.getManagingOrganization().setReference("Organization/" + entry.organization());
        endpoint.setPeriod(CareTerms.toPeriod(entry.since(), entry.until()));
        endpoint.setPayloadType(CareTerms.toConcepts(entry.connection().payloads()));
        entry.connection().mimeTypes().forEach(endpoint::addPayloadMimeType);
        return endpoint.setAddress(entry.connection().address());
    }

    @Override
    public Endpoint toEntry(String id, org.hl7.fhir.r4.model.Endpoint endpoint) {
        if (!endpoint.hasStatus()) {
            throw FhirProblem.required("An endpoint has a status", PATH + ".status");
        }
        if (!endpoint.hasPayloadType()) {
            throw FhirProblem.required("An endpoint says what it takes", PATH + ".payloadType");
        }
        return new Endpoint(
                id,
                false,
                endpoint.getStatus().toCode(),
                CareTerms.identifiers(endpoint.getIdentifier(), PATH),
                endpoint.getName(),
                CareTerms.id(endpoint.getManagingOrganization(), "Organization", PATH + ".managingOrganization"),
                new Connection(
                        CareTerms.type(List.of(endpoint.getConnectionType()), PATH + ".connectionType"),
                        CareTerms.types(endpoint.getPayloadType(), PATH + ".payloadType"),
                        endpoint.getPayloadMimeType().stream()
                                .map(CodeType::getValue)
                                .toList(),
                        address(endpoint.getAddress())),
                CareTerms.day(endpoint.getPeriod().getStartElement(), PATH + ".period.start"),
                CareTerms.day(endpoint.getPeriod().getEndElement(), PATH + ".period.end"));
    }

    private static String address(String address) {
        var path = PATH + ".address";
        try {
            if (new URI(CareTerms.required(address, path)).isAbsolute()) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw FhirProblem.invalid("The address is an absolute URI", path);
        }
        throw FhirProblem.invalid("The address is an absolute URI", path);
    }
}
