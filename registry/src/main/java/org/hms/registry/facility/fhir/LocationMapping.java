package org.hms.registry.facility.fhir;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationMode;
import org.hl7.fhir.r4.model.Location.LocationPositionComponent;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Place;
import org.hms.registry.territory.GeoPoint;

/** A place as the Location of its mCSD pair. */
public final class LocationMapping {

    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private LocationMapping() {}

    public static Location toLocation(Place place) {
        var location = new Location();
        PlaceMapping.describe(location, place);
        place.entry().identifiers().forEach(known -> location.addIdentifier(IdentifierMapping.toIdentifier(known)));
        location.setStatus(status(place));
        location.setName(PlaceMapping.name(place));
        PlaceMapping.aliases(place).forEach(location::addAlias);
        location.setMode(LocationMode.INSTANCE);
        place.types().forEach(type -> location.addType(PlaceMapping.type(type)));
        PlaceMapping.phones(place).forEach(location::addTelecom);
        if (place instanceof Place.Area(var published)) {
            Boundaries.tell(location, published.content().boundary());
            location.setPhysicalType(new CodeableConcept(new Coding(PHYSICAL_TYPE, "jdn", "Jurisdiction")));
        }
        if (place.position() != null) {
            location.setPosition(position(place.position()));
        }
        location.setManagingOrganization(new Reference("Organization/" + place.id()));
        location.setPartOf(PlaceMapping.reference("Location", place.liesIn()));
        if (place instanceof Place.Site(var published)) {
            describe(location, published.content().details());
            PlaceMapping.tellSuccession(location, published.content().succession());
        }
        return location;
    }

    private static void describe(Location location, FacilityDetails details) {
        location.setDescription(details.description());
        location.setAddress(AddressMapping.toAddress(details.address()));
        Boundaries.tell(location, details.boundary());
    }

    private static LocationStatus status(Place place) {
        return switch (place) {
            case Place.Area(var published) ->
                published.content().active() ? LocationStatus.ACTIVE : LocationStatus.INACTIVE;
            case Place.Site(var published) ->
                status(published.content().service().status());
        };
    }

    private static LocationStatus status(FacilityStatus status) {
        return switch (status) {
            case ACTIVE -> LocationStatus.ACTIVE;
            case SUSPENDED -> LocationStatus.SUSPENDED;
            case INACTIVE -> LocationStatus.INACTIVE;
        };
    }

    private static LocationPositionComponent position(GeoPoint point) {
        return new LocationPositionComponent()
                .setLatitude(BigDecimal.valueOf(point.latitude()))
                .setLongitude(BigDecimal.valueOf(point.longitude()));
    }
}
