package org.hms.registry.careservice.fhir;

import org.hms.registry.careservice.OrganizationAffiliation;
import org.hms.registry.careservice.OrganizationAffiliation.Reach;
import org.hms.registry.fhir.FhirProblem;

/** Affiliations as FHIR's OrganizationAffiliation; mCSD asks for the organisation, and here somebody takes part in it. */
final class AffiliationMapping
        implements CareMapping<OrganizationAffiliation, org.hl7.fhir.r4.model.OrganizationAffiliation> {

    private static final String PATH = "OrganizationAffiliation";

    @Override
    public Class<org.hl7.fhir.r4.model.OrganizationAffiliation> type() {
        return org.hl7.fhir.r4.model.OrganizationAffiliation.class;
    }

    @Override
    public String prefix() {
        return "a";
    }

    @Override
    public org.hl7.fhir.r4.model.OrganizationAffiliation toResource(OrganizationAffiliation entry) {
        var affiliation = new org.hl7.fhir.r4.model.OrganizationAffiliation();
        var reach = entry.reach();
        affiliation.setIdentifier(CareTerms.toIdentifiers(entry.identifiers()));
        affiliation.setActive(entry.active());
        affiliation.setPeriod(CareTerms.toPeriod(entry.since(), entry.until()));
        affiliation.getOrganization().setReference("Organization/" + entry.organization());
        if (entry.participant() != null) {
            affiliation.getParticipatingOrganization().setReference("Organization/" + entry.participant());
        }
        affiliation.setNetwork(CareTerms.toReferences(reach.networks(), "Organization"));
        affiliation.setCode(CareTerms.toConcepts(reach.parts()));
        affiliation.setSpecialty(CareTerms.toConcepts(reach.specialties()));
        affiliation.setLocation(CareTerms.toReferences(reach.locations(), "Location"));
        affiliation.setHealthcareService(CareTerms.toReferences(reach.services(), "HealthcareService"));
        affiliation.setEndpoint(CareTerms.toReferences(reach.endpoints(), "Endpoint"));
        return affiliation;
    }

    @Override
    public OrganizationAffiliation toEntry(String id, org.hl7.fhir.r4.model.OrganizationAffiliation affiliation) {
        if (!affiliation.hasParticipatingOrganization() && !affiliation.hasNetwork()) {
            throw FhirProblem.required(
                    "An affiliation has a participant or a network", PATH + ".participatingOrganization");
        }
        return new OrganizationAffiliation(
                id,
                false,
                !affiliation.hasActive() || affiliation.getActive(),
                CareTerms.identifiers(affiliation.getIdentifier(), PATH),
                CareTerms.id(affiliation.getOrganization(), "Organization", PATH + ".organization"),
                CareTerms.optionalId(
                        affiliation.getParticipatingOrganization(),
                        "Organization",
                        PATH + ".participatingOrganization"),
                new Reach(
                        CareTerms.types(affiliation.getCode(), PATH + ".code"),
                        CareTerms.types(affiliation.getSpecialty(), PATH + ".specialty"),
                        CareTerms.ids(affiliation.getNetwork(), "Organization", PATH + ".network"),
                        CareTerms.ids(affiliation.getLocation(), "Location", PATH + ".location"),
                        CareTerms.ids(
                                affiliation.getHealthcareService(), "HealthcareService", PATH + ".healthcareService"),
                        CareTerms.ids(affiliation.getEndpoint(), "Endpoint", PATH + ".endpoint")),
                CareTerms.day(affiliation.getPeriod().getStartElement(), PATH + ".period.start"),
                CareTerms.day(affiliation.getPeriod().getEndElement(), PATH + ".period.end"));
    }
}
