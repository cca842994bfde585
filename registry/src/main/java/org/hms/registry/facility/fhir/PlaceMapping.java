package org.hms.registry.facility.fhir;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.Succession;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.DirectoryType;
import org.jspecify.annotations.Nullable;

/** What the Location and the Organization of a place have in common. */
final class PlaceMapping {

    static final String EXTENSIONS = "https://registry.hms.gov.py/fhir/StructureDefinition/";
    static final String PREDECESSOR = EXTENSIONS + "facility-predecessor";
    static final String SUCCESSOR = EXTENSIONS + "facility-successor";

    private PlaceMapping() {}

    static void describe(Resource resource, Place place) {
        resource.setId(place.id());
        resource.getMeta().setVersionId(Integer.toString(place.versionNumber())).setLastUpdated(Date.from(place.at()));
        if (place instanceof Place.Site(var published)) {
            resource.getMeta()
                    .setSource(
                            DirectorySystems.LIST + published.content().source().list());
        }
    }

    /** Which it came out of, and which follow it: R4 has no elements for it. */
    static void tellSuccession(DomainResource resource, Succession succession) {
        for (var predecessor : succession.predecessors()) {
            resource.addExtension(PREDECESSOR, reference(resource.fhirType(), predecessor));
        }
        for (var successor : succession.successors()) {
            resource.addExtension(SUCCESSOR, reference(resource.fhirType(), successor));
        }
    }

    static String name(Place place) {
        return place.entry().names().getFirst().text();
    }

    static Stream<String> aliases(Place place) {
        return place.entry().names().stream().skip(1).map(DirectoryName::text);
    }

    static CodeableConcept type(DirectoryType type) {
        return new CodeableConcept(new Coding(type.system(), type.code(), type.display()));
    }

    static List<ContactPoint> phones(Place place) {
        return switch (place) {
            case Place.Area _ -> List.of();
            case Place.Site(var published) ->
                published.content().service().phones().stream()
                        .map(phone -> new ContactPoint()
                                .setSystem(ContactPointSystem.PHONE)
                                .setValue(phone))
                        .toList();
        };
    }

    static @Nullable Reference reference(String type, @Nullable String id) {
        return id == null ? null : new Reference(type + "/" + id);
    }
}
