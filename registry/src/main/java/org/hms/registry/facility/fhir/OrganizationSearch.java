package org.hms.registry.facility.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceDirectory.FoundPlaces;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;

/** Search for Organizations: jurisdictions, health regions and facilities. */
final class OrganizationSearch implements FhirHandler {

    static final String INCLUDE_PART_OF = "Organization:partof";
    static final String INCLUDE_ENDPOINT = "Organization:endpoint";
    static final String REVINCLUDE_LOCATION = "Location:organization";
    static final String REVINCLUDE_PARTICIPANT = "OrganizationAffiliation:participating-organization";
    static final String REVINCLUDE_PRIMARY = "OrganizationAffiliation:primary-organization";

    static final List<SearchParameter> PARAMETERS = List.of(
            EntryTerms.token("_id", "The id of a place"),
            EntryTerms.lastUpdated(),
            EntryTerms.token("active", "true or false"),
            EntryTerms.token("identifier", "A code of the place: [system]|[value]"),
            EntryTerms.text("name", "The beginning of its name or of an alias, accents and case aside"),
            EntryTerms.token(
                    "type", "facility, jurisdiction, the kind or ownership of facility, or the level of jurisdiction"),
            EntryTerms.parent("The Organization that manages it directly"),
            EntryTerms.token("partof.identifier", "A code of the Organization that manages it"),
            EntryTerms.text("partof.name", "The name of the Organization that manages it"));

    private final PlaceDirectory directory;
    private final OrganizationCompanions companions;

    OrganizationSearch(PlaceDirectory directory, OrganizationCompanions companions) {
        this.directory = directory;
        this.companions = companions;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var conditions = new ArrayList<PlaceCondition>();
        for (var term : request.query().terms()) {
            conditions.add(condition(term, request));
        }
        var found = directory.find(new PlaceQuery(
                conditions,
                request.query().count(),
                request.query().offset(),
                request.query().wantsExactTotal()));
        var searchset = Searchset.of(request, found.total(), found.more());
        var organizations = found.page().stream()
                .map(hit -> OrganizationMapping.toOrganization(hit.place()))
                .toList();
        var endpoints = companions.addEndpoints(organizations);
        organizations.forEach(searchset::match);
        if (request.query().includes(INCLUDE_ENDPOINT)) {
            endpoints.forEach(searchset::include);
        }
        include(request, found, searchset);
        return searchset.answer();
    }

    private static PlaceCondition condition(SearchTerm term, FhirRequest request) {
        return switch (term.name()) {
            case "_id" -> new PlaceCondition.Entry(EntryTerms.id(term));
            case "_lastUpdated" -> new PlaceCondition.Entry(EntryTerms.updated(term));
            case "active" -> new PlaceCondition.Entry(EntryTerms.active(term));
            case "identifier" -> new PlaceCondition.Entry(EntryTerms.identifier(term));
            case "name" -> new PlaceCondition.Entry(EntryTerms.named(term, null));
            case "type" -> new PlaceCondition.HasType(EntryTerms.wanted(term));
            case "partof" -> PlaceTerms.parent(Tree.MANAGEMENT, term, "Organization", request);
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private void include(FhirRequest request, FoundPlaces found, Searchset searchset) {
        if (request.query().includes(INCLUDE_PART_OF)) {
            var parents = found.page().stream()
                    .map(hit -> hit.place().managedBy())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            directory
                    .find(parents)
                    .values()
                    .forEach(parent -> searchset.include(OrganizationMapping.toOrganization(parent)));
        }
        var ids = found.page().stream().map(hit -> hit.place().id()).toList();
        if (request.query().revIncludes(REVINCLUDE_PARTICIPANT)) {
            companions.affiliationsIn(ids).forEach(searchset::include);
        }
        if (request.query().revIncludes(REVINCLUDE_PRIMARY)) {
            companions.affiliationsOf(ids).forEach(searchset::include);
        }
        if (request.query().revIncludes(REVINCLUDE_LOCATION)) {
            found.page().stream()
                    .filter(hit -> hit.place().located())
                    .forEach(hit -> searchset.include(LocationMapping.toLocation(hit.place())));
        }
    }
}
