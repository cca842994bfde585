package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.territory.DirectoryName.Part;
import org.hms.registry.territory.EntryCondition;

/** What can be asked of health professionals (IHE mCSD ITI-90), and how stewards write them (ITI-130). Every caller may ask. */
public final class PractitionerEndpoint {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.Practitioner";

    private static final List<SearchParameter> PARAMETERS = List.of(
            EntryTerms.token("_id", "The id of a professional"),
            EntryTerms.lastUpdated(),
            EntryTerms.token("active", "true or false"),
            EntryTerms.token("identifier", "A licence or other number: [system]|[value]"),
            EntryTerms.text("name", "The beginning of the name or of a part of it, accents and case aside"),
            EntryTerms.text("given", "The beginning of a given name"),
            EntryTerms.text("family", "The beginning of a family name"));

    private final ProviderDirectory directory;

    private PractitionerEndpoint(ProviderDirectory directory) {
        this.directory = directory;
    }

    public static FhirEndpoint of(ProviderDirectory directory, InstantSource clock) {
        var endpoint = new PractitionerEndpoint(directory);
        var history = new ProviderHistory<>(
                directory::practitionerHistory, directory::practitionersSince, PractitionerMapping::toPractitioner);
        var feed = new PractitionerFeed(directory, clock);
        return FhirEndpoint.of("Practitioner")
                .profile(PROFILE)
                .read(endpoint::read)
                .vread(history::vread)
                .historyInstance(history::ofOne, ProviderHistory.PARAMETERS)
                .historyType(history::ofType, ProviderHistory.PARAMETERS)
                .search(endpoint::search, PARAMETERS)
                .create(feed::create, ProviderFeed.WRITERS)
                .update(feed::update, ProviderFeed.WRITERS)
                .build();
    }

    private FhirAnswer read(FhirRequest request) {
        return directory
                .findPractitioner(request.requireId())
                .map(found -> FhirAnswer.ok(PractitionerMapping.toPractitioner(found)))
                .orElseThrow(() -> FhirProblem.notFound("No Practitioner has this id"));
    }

    private FhirAnswer search(FhirRequest request) {
        var query = request.query();
        var found = directory.practitioners(
                query.terms().stream().map(PractitionerEndpoint::condition).toList(), query.count(), query.offset());
        var searchset = Searchset.of(request, found.total());
        found.page().forEach(hit -> searchset.match(PractitionerMapping.toPractitioner(hit)));
        return searchset.answer();
    }

    private static EntryCondition condition(SearchTerm term) {
        return switch (term.name()) {
            case "_id" -> EntryTerms.id(term);
            case "_lastUpdated" -> EntryTerms.updated(term);
            case "active" -> EntryTerms.active(term);
            case "identifier" -> EntryTerms.identifier(term);
            case "name" -> EntryTerms.named(term, null);
            case "given" -> EntryTerms.named(term, Part.GIVEN);
            case "family" -> EntryTerms.named(term, Part.FAMILY);
            default -> throw new IllegalStateException("Not offered, but asked: " + term.declaredName());
        };
    }
}
