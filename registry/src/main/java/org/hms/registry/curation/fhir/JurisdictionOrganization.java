package org.hms.registry.curation.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Organization;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.fhir.OrganizationMapping;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.jspecify.annotations.Nullable;

/** The Organization of a jurisdiction, a health region or a network. Where it lies, its Location tells. */
final class JurisdictionOrganization implements JurisdictionSide<Organization> {

    private static final String PATH = "Organization";

    @Override
    public Class<Organization> type() {
        return Organization.class;
    }

    @Override
    public List<CodeableConcept> types(Organization sent) {
        return sent.getType();
    }

    @Override
    public Organization toResource(Place place) {
        return OrganizationMapping.toOrganization(place);
    }

    @Override
    public boolean shows(JurisdictionLevel level) {
        return true;
    }

    @Override
    public Jurisdiction read(Organization sent, JurisdictionLevel level, @Nullable Jurisdiction current) {
        var identifiers = SideTerms.identifiers(sent.getIdentifier(), PATH);
        return new Jurisdiction(
                JurisdictionTerms.id(level, identifiers, current, PATH),
                level,
                JurisdictionTerms.name(sent.getName(), PATH),
                JurisdictionTerms.parent(sent.getPartOf(), level, PATH),
                identifiers,
                current == null ? null : current.centre(),
                sent.hasActive() && !sent.getActive(),
                current == null ? level.isTerritorial() : current.awaitsLocation(),
                current == null ? null : current.boundary());
    }
}
