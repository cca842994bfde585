package org.hms.registry.facility.fhir;

import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.facility.Place;

/** One of the two sides of a place: its Location, which only located places have, or its Organization. */
enum PlaceView {
    LOCATION("Location", LocationMapping::toLocation),
    ORGANIZATION("Organization", OrganizationMapping::toOrganization);

    private final String type;
    private final Function<Place, Resource> mapping;

    PlaceView(String type, Function<Place, Resource> mapping) {
        this.type = type;
        this.mapping = mapping;
    }

    String type() {
        return type;
    }

    boolean onlyLocated() {
        return this == LOCATION;
    }

    boolean shows(Place place) {
        return place.located() || !onlyLocated();
    }

    Resource toResource(Place place) {
        return mapping.apply(place);
    }
}
