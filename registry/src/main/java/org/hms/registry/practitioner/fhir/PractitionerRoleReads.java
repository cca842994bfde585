package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.facility.fhir.LocationMapping;
import org.hms.registry.facility.fhir.OrganizationMapping;
import org.hms.registry.facility.fhir.PlaceTerms;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.practitioner.ProviderDirectory.Found;
import org.hms.registry.practitioner.RoleCondition;
import org.hms.registry.territory.DirectoryName.Part;
import org.hms.registry.territory.Published;

/** Reads and finds roles; who, and where, may come along. */
final class PractitionerRoleReads {

    private final ProviderDirectory providers;
    private final PlaceDirectory places;
    private final RoleServices services;
    private final InstantSource clock;

    PractitionerRoleReads(
            ProviderDirectory providers, PlaceDirectory places, RoleServices services, InstantSource clock) {
        this.providers = providers;
        this.places = places;
        this.services = services;
        this.clock = clock;
    }

    FhirAnswer read(FhirRequest request) {
        return providers
                .findRole(request.requireId())
                .map(found -> FhirAnswer.ok(shown(List.of(found)).getFirst()))
                .orElseThrow(() -> FhirProblem.notFound("No PractitionerRole has this id"));
    }

    /** A version as it was published; the services are those of today and do not belong to it. */
    org.hl7.fhir.r4.model.PractitionerRole version(Published<PractitionerRole> published) {
        return PractitionerRoleMapping.toPractitionerRole(published, today(), List.of());
    }

    /** A role as it is read now, with the services of its place. */
    org.hl7.fhir.r4.model.PractitionerRole current(Published<PractitionerRole> published) {
        var role = published.content();
        return PractitionerRoleMapping.toPractitionerRole(
                published, today(), services.of(List.of(role)).getOrDefault(role.id(), List.of()));
    }

    private List<Resource> shown(List<Published<PractitionerRole>> roles) {
        var today = today();
        var offered = services.of(roles.stream().map(Published::content).toList());
        return roles.stream()
                .<Resource>map(role -> PractitionerRoleMapping.toPractitionerRole(
                        role, today, offered.getOrDefault(role.content().id(), List.of())))
                .toList();
    }

    FhirAnswer search(FhirRequest request) {
        var query = request.query();
        var today = today();
        var conditions = query.terms().stream()
                .map(term -> condition(term, request, today))
                .toList();
        var found = providers.roles(conditions, query.count(), query.offset());
        var searchset = Searchset.of(request, found.total());
        shown(found.page()).forEach(searchset::match);
        include(request, found, searchset);
        return searchset.answer();
    }

    private static RoleCondition condition(SearchTerm term, FhirRequest request, LocalDate today) {
        return switch (term.name()) {
            case "_id" -> new RoleCondition.Entry(EntryTerms.id(term));
            case "_lastUpdated" -> new RoleCondition.Entry(EntryTerms.updated(term));
            case "active" -> new RoleCondition.IsActiveOn(today, EntryTerms.booleans(term));
            case "location" -> at(term, "Location", request);
            case "organization" -> at(term, "Organization", request);
            case "practitioner" -> of(term, request);
            case "service" -> new RoleCondition.ServesIn(EntryTerms.ids(term, "HealthcareService", request));
            case "role" -> new RoleCondition.HasRole(EntryTerms.wanted(term));
            case "specialty" -> new RoleCondition.HasSpecialty(EntryTerms.wanted(term));
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }

    private static RoleCondition at(SearchTerm term, String type, FhirRequest request) {
        return term.chain() == null
                ? new RoleCondition.IsAt(EntryTerms.ids(term, type, request))
                : new RoleCondition.IsAtPlace(PlaceTerms.chained(term));
    }

    private static RoleCondition of(SearchTerm term, FhirRequest request) {
        return switch (term.chain()) {
            case null -> new RoleCondition.IsOf(EntryTerms.ids(term, "Practitioner", request));
            case "identifier" -> new RoleCondition.IsOfProfessional(EntryTerms.identifier(term));
            case "name" -> new RoleCondition.IsOfProfessional(EntryTerms.named(term, null));
            case "given" -> new RoleCondition.IsOfProfessional(EntryTerms.named(term, Part.GIVEN));
            case "family" -> new RoleCondition.IsOfProfessional(EntryTerms.named(term, Part.FAMILY));
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
