package org.hms.registry.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.exchange.BundleForm;
import org.hms.registry.exchange.PlaceField;
import org.hms.registry.exchange.PlaceRow;
import org.hms.registry.exchange.UnreadableList;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.fhir.LocationMapping;
import org.hms.registry.facility.fhir.OrganizationMapping;
import org.hms.registry.fhir.FhirFormat;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirReader;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.Published;

/** Bundles of mCSD's pairs. A Location is a row; its Organization says who manages it. */
public final class FacilityBundles implements BundleForm {

    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    private final FhirContext context = FhirContext.forR4Cached();
    private final FhirReader reader = new FhirReader(context);

    @Override
    public List<PlaceRow> read(byte[] file) {
        var resources = bundle(file).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
        var organizations = new HashMap<String, Organization>();
        resources.stream()
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .forEach(organization -> organizations.put(id(organization), organization));
        var rows = new ArrayList<PlaceRow>();
        for (var resource : resources) {
            switch (resource) {
                case Location location -> rows.add(row(rows.size() + 1, location, organizations));
                case Organization organization when isOfALocation(organization, resources) -> {}
                default -> rows.add(notTaken(rows.size() + 1, resource));
            }
        }
        return rows;
    }

    /** Half of a pair, or the part of the territory, or the network, that manages one. */
    private static boolean isOfALocation(Organization organization, List<Resource> resources) {
        var id = id(organization);
        return resources.stream()
                .anyMatch(other -> other instanceof Location location
                                && target(location.getManagingOrganization()).equals(id)
                        || other instanceof Organization child
                                && target(child.getPartOf()).equals(id));
    }

    private static PlaceRow notTaken(int number, Resource resource) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("resourceType", resource.fhirType());
        cells.put(PlaceField.ID.code(), id(resource));
        return new PlaceRow(
                number,
                false,
                Map.of(PlaceField.ID, id(resource)),
                cells,
                "el recurso no es una Location ni su Organization: no se importa aquí");
    }

    private Bundle bundle(byte[] file) {
        try {
            if (reader.read(file, FhirFormat.JSON) instanceof Bundle bundle) {
                return bundle;
            }
        } catch (FhirProblem e) {
            throw new UnreadableList("The list is no FHIR resource: " + e.diagnostics());
        }
        throw new UnreadableList("The list is no Bundle");
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart() == null
                ? ""
                : resource.getIdElement().getIdPart();
    }

    private static String target(Reference reference) {
        var id = reference.getReferenceElement().getIdPart();
        return id == null ? "" : id;
    }

    private static PlaceRow row(int number, Location location, Map<String, Organization> organizations) {
        var fields = new EnumMap<PlaceField, String>(PlaceField.class);
        boolean area =
                location.getType().stream().anyMatch(type -> type.hasCoding(DirectorySystems.MCSD_TYPE, "jurisdiction"))
                        || location.getPhysicalType().hasCoding(PHYSICAL_TYPE, "jdn");
        fields.put(PlaceField.ID, id(location));
        fields.put(PlaceField.PARENT, target(location.getPartOf()));
        fields.put(PlaceField.NAME, location.hasName() ? location.getName() : "");
        if (area) {
            fields.put(PlaceField.DISTRICT_CODE, identifier(location.getIdentifier(), DirectorySystems.INE_DISTRICT));
        } else {
            facility(location, fields);
            var organization = organizations.get(target(location.getManagingOrganization()));
            if (organization != null) {
                fields.put(PlaceField.REGION, target(organization.getPartOf()));
            }
        }
        var cells = new LinkedHashMap<String, String>();
        fields.forEach((field, text) -> cells.put(field.code(), text));
        return new PlaceRow(number, area, fields, cells);
    }

    private static void facility(Location location, Map<PlaceField, String> fields) {
        fields.put(PlaceField.TYPE, code(location.getType(), DirectorySystems.FACILITY_TYPE));
        fields.put(PlaceField.OWNERSHIP, code(location.getType(), DirectorySystems.FACILITY_OWNERSHIP));
        fields.put(PlaceField.MSPBS_CODE, identifier(location.getIdentifier(), DirectorySystems.MSPBS_ESTABLISHMENT));
        fields.put(PlaceField.HIS_CODE, identifier(location.getIdentifier(), DirectorySystems.HIS_ESTABLISHMENT));
        fields.put(
                PlaceField.PHONE,
                location.getTelecom().stream()
                        .filter(ContactPoint::hasValue)
                        .map(ContactPoint::getValue)
                        .collect(Collectors.joining("; ")));
        if (location.hasStatus()) {
            fields.put(PlaceField.STATUS, location.getStatus().toCode());
        }
        if (location.getPosition().hasLatitude()) {
            fields.put(PlaceField.LATITUDE, location.getPosition().getLatitude().toPlainString());
            fields.put(
                    PlaceField.LONGITUDE, location.getPosition().getLongitude().toPlainString());
        }
    }

    private static String code(List<CodeableConcept> types, String system) {
        return types.stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String identifier(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    @Override
    public byte[] write(List<Published<Facility>> facilities) {
        var bundle = new Bundle().setType(BundleType.COLLECTION);
        facilities.stream()
                .map(Place.Site::new)
                .flatMap(place -> Stream.<Resource>of(
                        LocationMapping.toLocation(place), OrganizationMapping.toOrganization(place)))
                .forEach(resource -> bundle.addEntry()
                        .setFullUrl("https://registry.hms.gov.py/fhir/" + resource.fhirType() + "/" + id(resource))
                        .setResource(resource));
        return context.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }
}
