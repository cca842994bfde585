package org.hms.registry.practitioner;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.facility.FacilitySeed;
import org.hms.seed.FacilityList;

/** Resources that mCSD's tests write: a service, an endpoint and an affiliation of facilities that ship. */
final class CareResources {

    static final String HOSPITAL = FacilitySeed.idOf(FacilityList.A, "A021");
    static final String NETWORK = FacilitySeed.idOf(FacilityList.A, "A004");
    static final String TYPES = "http://terminology.hl7.org/CodeSystem/service-type";
    static final String PARTS = "http://hl7.org/fhir/organization-role";
    static final String CONNECTIONS = "http://terminology.hl7.org/CodeSystem/endpoint-connection-type";

    private CareResources() {}

    static HealthcareService service(String name, String number) {
        var service = new HealthcareService();
        service.addIdentifier().setSystem("urn:test:service").setValue(number);
        service.setActive(true).setName(name).addLocation(new Reference("Location/" + HOSPITAL));
        service.setProvidedBy(new Reference("Organization/" + HOSPITAL));
        service.addType(new CodeableConcept(new Coding(TYPES, "124", "General Practice")));
        var time = service.addAvailableTime();
        time.addDaysOfWeek(DaysOfWeek.MON).setAvailableStartTime("07:00:00").setAvailableEndTime("13:30:00");
        service.addAvailableTime().addDaysOfWeek(DaysOfWeek.SAT).setAllDay(true);
        return service;
    }

    static Endpoint endpoint(String number) {
        var endpoint = new Endpoint().setStatus(EndpointStatus.ACTIVE).setAddress("https://example.org/fhir");
        endpoint.addIdentifier().setSystem("urn:test:endpoint").setValue(number);
        endpoint.setConnectionType(new Coding(CONNECTIONS, "hl7-fhir-rest", "HL7 FHIR"));
        endpoint.setManagingOrganization(new Reference("Organization/" + NETWORK));
        endpoint.addPayloadType(new CodeableConcept(new Coding("urn:test:payload", "any", "any")));
        return endpoint;
    }

    static OrganizationAffiliation affiliation(String number, String endpoint) {
        var affiliation = new OrganizationAffiliation().setActive(true);
        affiliation.addIdentifier().setSystem("urn:test:affiliation").setValue(number);
        affiliation.setOrganization(new Reference("Organization/" + NETWORK));
        affiliation.setParticipatingOrganization(new Reference("Organization/" + HOSPITAL));
        affiliation.addCode(new CodeableConcept(new Coding(PARTS, "member", "Member")));
        affiliation.addEndpoint(new Reference("Endpoint/" + endpoint));
        affiliation
                .getPeriod()
                .setStartElement(new DateTimeType("2020-01-01"))
                .setEndElement(new DateTimeType("2024-06-30"));
        return affiliation;
    }
}
