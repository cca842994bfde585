package org.hms.registry.facility.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Distance;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.DistanceUnit;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceDirectory.FoundPlaces;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.territory.EntryCondition;

/** Search for Locations, {@code near} included: true distances, the nearest first, each told in its entry. */
final class LocationSearch implements FhirHandler {

    static final String INCLUDE_ORGANIZATION = "Location:organization";
    static final String INCLUDE_PART_OF = "Location:partof";

    static final List<SearchParameter> PARAMETERS = List.of(
            EntryTerms.token("_id", "The id of a place"),
            EntryTerms.lastUpdated(),
            EntryTerms.token("identifier", "A code of the place: [system]|[value]"),
            EntryTerms.text("name", "The beginning of its name or of an alias, accents and case aside"),
            EntryTerms.reference("organization", "The Organization of the same place"),
            EntryTerms.parent("The Location it lies in directly"),
            EntryTerms.token("partof.identifier", "A code of the Location it lies in"),
            EntryTerms.text("partof.name", "The name of the Location it lies in"),
            EntryTerms.token("organization.active", "Whether the Organization of the same place is active"),
            EntryTerms.token("organization.identifier", "A code of the Organization of the same place"),
            EntryTerms.text("organization.name", "The name of the Organization of the same place"),
            EntryTerms.token("status", "active, suspended or inactive"),
            EntryTerms.token("type", "facility, jurisdiction, the kind of facility, or the level of jurisdiction"),
            SearchParameter.of(
                    "near",
                    SearchParamType.SPECIAL,
                    "latitude|longitude|distance|unit; km, m or [mi_i]; km when no unit, 50 km when no distance is"
                            + " given"));

    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";
    private static final String UCUM = "http://unitsofmeasure.org";

    private final PlaceDirectory directory;

    LocationSearch(PlaceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var query = query(request);
        var found = directory.find(query);
        var searchset = Searchset.of(request, found.total(), found.more());
        found.page().forEach(hit -> searchset.match(LocationMapping.toLocation(hit.place())));
        include(request, found, searchset);
        var bundle = searchset.bundle();
        query.circle().ifPresent(circle -> tellDistances(bundle, found, circle.unit()));
        return FhirAnswer.ok(bundle);
    }

    private static PlaceQuery query(FhirRequest request) {
        var conditions = new ArrayList<PlaceCondition>();
        conditions.add(new PlaceCondition.IsLocated());
        for (var term : request.query().terms()) {
            conditions.add(condition(term, request));
        }
        if (conditions.stream().filter(PlaceCondition.IsNear.class::isInstance).count() > 1) {
            throw badNear("it is given once");
        }
        return new PlaceQuery(
                conditions,
                request.query().count(),
                request.query().offset(),
                request.query().wantsExactTotal());
    }

    private static PlaceCondition condition(SearchTerm term, FhirRequest request) {
        return switch (term.name()) {
            case "_id" -> new PlaceCondition.Entry(EntryTerms.id(term));
            case "_lastUpdated" -> new PlaceCondition.Entry(EntryTerms.updated(term));
            case "identifier" -> new PlaceCondition.Entry(EntryTerms.identifier(term));
            case "name" -> new PlaceCondition.Entry(EntryTerms.named(term, null));
            case "organization" ->
                term.chain() == null
                        ? new PlaceCondition.Entry(
                                new EntryCondition.HasId(EntryTerms.ids(term, "Organization", request)))
                        : PlaceTerms.chained(term);
            case "partof" -> PlaceTerms.parent(Tree.TERRITORY, term, "Location", request);
            case "status" -> PlaceTerms.status(term);
            case "type" -> new PlaceCondition.HasType(EntryTerms.wanted(term));
            case "near" -> new PlaceCondition.IsNear(circle(term));
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private static Circle circle(SearchTerm term) {
        if (term.values().size() > 1) {
            throw badNear("it is one point");
        }
        try {
            return Circle.parse(term.value());
        } catch (IllegalArgumentException e) {
            throw badNear(Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
        }
    }

    private static FhirProblem badNear(String why) {
        return FhirProblem.invalid("The search parameter near is not understood: " + why, "near");
    }

    private void include(FhirRequest request, FoundPlaces found, Searchset searchset) {
        if (request.query().includes(INCLUDE_ORGANIZATION)) {
            found.page().forEach(hit -> searchset.include(OrganizationMapping.toOrganization(hit.place())));
        }
        if (request.query().includes(INCLUDE_PART_OF)) {
            var parents = found.page().stream()
                    .map(hit -> hit.place().liesIn())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            directory.find(parents).values().forEach(parent -> searchset.include(LocationMapping.toLocation(parent)));
        }
    }

    private static void tellDistances(Bundle bundle, FoundPlaces found, DistanceUnit unit) {
        Map<String, Double> metres = new HashMap<>();
        for (var hit : found.page()) {
            if (hit.metres() != null) {
                metres.put(hit.place().id(), hit.metres());
            }
        }
        for (var entry : bundle.getEntry()) {
            var distance = metres.get(entry.getResource().getIdElement().getIdPart());
            if (distance != null && entry.getSearch().getMode() == SearchEntryMode.MATCH) {
                entry.getSearch().addExtension(DISTANCE, distance(distance, unit));
            }
        }
    }

    private static Distance distance(double metres, DistanceUnit unit) {
        var distance = new Distance();
        distance.setValue(BigDecimal.valueOf(unit.ofMetres(metres)).setScale(3, RoundingMode.HALF_UP))
                .setUnit(unit.symbol())
                .setSystem(UCUM)
                .setCode(unit.code());
        return distance;
    }
}
