package org.hms.registry.journey;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;

/** What other systems feed to the directory; for tests only. */
final class DirectoryFeedResources {

    private DirectoryFeedResources() {}

    static Bundle pairWithServices(String name, String number) {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        var organization = "urn:uuid:11111111-1111-4111-8111-111111111111";
        var location = "urn:uuid:22222222-2222-4222-8222-222222222222";
        var endpoint = "urn:uuid:33333333-3333-4333-8333-333333333333";
        add(bundle, null, service(new Reference(location)));
        add(bundle, location, location(name, number).setManagingOrganization(new Reference(organization)));
        add(bundle, organization, organization(name, number));
        var electronic =
                new Endpoint().setStatus(Endpoint.EndpointStatus.ACTIVE).setAddress("https://example.org/fhir");
        electronic.setConnectionType(
                new Coding("http://terminology.hl7.org/CodeSystem/endpoint-connection-type", "hl7-fhir-rest", null));
        electronic.addPayloadType(concept("urn:test:payload", "any"));
        add(bundle, endpoint, electronic.setManagingOrganization(new Reference(organization)));
        var affiliation = new OrganizationAffiliation().setActive(true);
        affiliation.setOrganization(new Reference("Organization/py-rs-17"));
        affiliation.setParticipatingOrganization(new Reference(organization)).addEndpoint(new Reference(endpoint));
        affiliation.addCode(concept("http://hl7.org/fhir/organization-role", "member"));
        add(bundle, null, affiliation);
        return bundle;
    }

    static void add(Bundle bundle, @Nullable String fullUrl, Resource resource) {
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
    }

    static Location location(String name, String code) {
        var location = new Location().setName(name).setStatus(LocationStatus.ACTIVE);
        location.addIdentifier().setSystem(DirectorySystems.MSPBS_ESTABLISHMENT).setValue(code);
        location.addType(concept(DirectorySystems.MCSD_TYPE, "facility"));
        location.addType(concept(DirectorySystems.FACILITY_TYPE, "USF"));
        location.setPartOf(new Reference("Location/py-dis-1702"));
        location.getPosition().setLatitude(-21.73).setLongitude(-59.12);
        return location;
    }

    static Organization organization(String name, String code) {
        var organization = new Organization().setName(name).setActive(true);
        organization
                .addIdentifier()
                .setSystem(DirectorySystems.MSPBS_ESTABLISHMENT)
                .setValue(code);
        organization.addType(concept(DirectorySystems.MCSD_TYPE, "facility"));
        organization.addType(concept(DirectorySystems.FACILITY_TYPE, "USF"));
        return organization.setPartOf(new Reference("Organization/py-rs-17"));
    }

    static HealthcareService service(Reference location) {
        var service =
                new HealthcareService().setActive(true).setName("Consulta").addLocation(location);
        return service.addType(concept("http://terminology.hl7.org/CodeSystem/service-type", "124"));
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
