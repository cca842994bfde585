package org.hms.registry.curation.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationPositionComponent;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.fhir.Boundaries;
import org.hms.registry.facility.fhir.LocationMapping;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.jspecify.annotations.Nullable;

/** The Location of a part of the territory, with the point that stands for it and its outline. */
final class JurisdictionLocation implements JurisdictionSide<Location> {

    private static final String PATH = "Location";

    @Override
    public Class<Location> type() {
        return Location.class;
    }

    @Override
    public List<CodeableConcept> types(Location sent) {
        return sent.getType();
    }

    @Override
    public Location toResource(Place place) {
        return LocationMapping.toLocation(place);
    }

    @Override
    public boolean shows(JurisdictionLevel level) {
        return level.isTerritorial();
    }

    @Override
    public Jurisdiction read(Location sent, JurisdictionLevel level, @Nullable Jurisdiction current) {
        var pair = pair(sent);
        if (current != null && pair != null && !pair.equals(current.id())) {
            throw FhirProblem.unprocessable("The Organization of a jurisdiction has the id of its Location")
                    .at(PATH + ".managingOrganization");
        }
        var identifiers = SideTerms.identifiers(sent.getIdentifier(), PATH);
        return new Jurisdiction(
                JurisdictionTerms.id(level, identifiers, current, PATH),
                level,
                JurisdictionTerms.name(sent.getName(), PATH),
                JurisdictionTerms.parent(sent.getPartOf(), level, PATH),
                identifiers,
                sent.hasPosition() ? centre(sent.getPosition()) : null,
                isClosed(sent),
                false,
                Boundaries.read(sent));
    }

    private static GeoPoint centre(LocationPositionComponent position) {
        if (!position.hasLatitude() || !position.hasLongitude()) {
            throw FhirProblem.required("A position has a latitude and a longitude", PATH + ".position");
        }
        try {
            return new GeoPoint(
                    position.getLatitude().doubleValue(),
                    position.getLongitude().doubleValue());
        } catch (IllegalArgumentException e) {
            throw FhirProblem.invalid("This is no point on the earth", PATH + ".position");
        }
    }

    private static boolean isClosed(Location sent) {
        if (!sent.hasStatus()) {
            throw FhirProblem.required("A Location has a status", PATH + ".status");
        }
        if (sent.getStatus() == LocationStatus.SUSPENDED) {
            throw FhirProblem.unprocessable("A jurisdiction is active or inactive")
                    .at(PATH + ".status");
        }
        return sent.getStatus() == LocationStatus.INACTIVE;
    }

    @Override
    public @Nullable String pair(Location sent) {
        return sent.getManagingOrganization().hasReference()
                ? JurisdictionTerms.local(
                        sent.getManagingOrganization(), "Organization", PATH + ".managingOrganization")
                : null;
    }

    /** With or without a position. */
    @Override
    public boolean isWritten(Jurisdiction jurisdiction) {
        return !jurisdiction.awaitsLocation();
    }
}
