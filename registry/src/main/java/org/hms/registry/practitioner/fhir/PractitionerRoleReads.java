package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.facility.fhir.LocationMapping;
import org.hms.registry.facility.fhir.OrganizationMapping;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.practitioner.ProviderDirectory.Found;
import org.hms.registry.practitioner.RoleCondition;

/** Reads and finds roles; who, and where, may come along. */
final class PractitionerRoleReads {

    private final ProviderDirectory providers;
    private final PlaceDirectory places;
    private final InstantSource clock;

    PractitionerRoleReads(ProviderDirectory providers, PlaceDirectory places, InstantSource clock) {
        this.providers = providers;
        this.places = places;
        this.clock = clock;
    }

    FhirAnswer read(FhirRequest request) {
        return providers
                .findRole(request.requireId())
                .map(found -> FhirAnswer.ok(PractitionerRoleMapping.toPractitionerRole(found, today())))
                .orElseThrow(() -> FhirProblem.notFound("No PractitionerRole has this id"));
    }

    FhirAnswer search(FhirRequest request) {
        var query = request.query();
        var today = today();
        var conditions = query.terms().stream()
                .map(term -> condition(term, request, today))
                .toList();
        var found = providers.roles(conditions, query.count(), query.offset());
        var searchset = Searchset.of(request, found.total());
        found.page().forEach(hit -> searchset.match(PractitionerRoleMapping.toPractitionerRole(hit, today)));
        include(request, found, searchset);
        return searchset.answer();
    }

    private static RoleCondition condition(SearchTerm term, FhirRequest request, LocalDate today) {
        return switch (term.name()) {
            case "_id" -> new RoleCondition.Entry(EntryTerms.id(term));
            case "_lastUpdated" -> new RoleCondition.Entry(EntryTerms.updated(term));
            case "active" -> new RoleCondition.IsActiveOn(today, EntryTerms.booleans(term));
            case "location" -> new RoleCondition.IsAt(EntryTerms.ids(term, "Location", request));
            case "organization" -> new RoleCondition.IsAt(EntryTerms.ids(term, "Organization", request));
            case "practitioner" -> new RoleCondition.IsOf(EntryTerms.ids(term, "Practitioner", request));
            case "role" -> new RoleCondition.HasRole(EntryTerms.wanted(term));
            case "specialty" -> new RoleCondition.HasSpecialty(EntryTerms.wanted(term));
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private void include(FhirRequest request, Found<PractitionerRole> found, Searchset searchset) {
        var query = request.query();
        if (query.includes(PractitionerRoleEndpoint.INCLUDE_PRACTITIONER)) {
            providers
                    .findPractitioners(distinct(found, PractitionerRole::practitioner))
                    .values()
                    .forEach(person -> searchset.include(PractitionerMapping.toPractitioner(person)));
        }
        var withLocations = query.includes(PractitionerRoleEndpoint.INCLUDE_LOCATION);
        var withOrganizations = query.includes(PractitionerRoleEndpoint.INCLUDE_ORGANIZATION);
        if (withLocations || withOrganizations) {
            for (var place :
                    places.find(distinct(found, PractitionerRole::facility)).values()) {
                if (withLocations) {
                    searchset.include(LocationMapping.toLocation(place));
                }
                if (withOrganizations) {
                    searchset.include(OrganizationMapping.toOrganization(place));
                }
            }
        }
    }

    private static Set<String> distinct(Found<PractitionerRole> found, Function<PractitionerRole, String> part) {
        return found.page().stream().map(hit -> part.apply(hit.content())).collect(Collectors.toSet());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), EntryTerms.ZONE);
    }
}
