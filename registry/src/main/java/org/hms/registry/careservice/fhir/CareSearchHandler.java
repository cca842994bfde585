package org.hms.registry.careservice.fhir;

import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Searchset;

/** Search for one kind of entry. */
final class CareSearchHandler<T extends CareEntry, R extends DomainResource> implements FhirHandler {

    private final CareDirectory<T> directory;
    private final CareInteractions<T, R> interactions;
    private final CareParameters<T> parameters;

    CareSearchHandler(CareDirectory<T> directory, CareInteractions<T, R> interactions, CareParameters<T> parameters) {
        this.directory = directory;
        this.interactions = interactions;
        this.parameters = parameters;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var query = request.query();
        var conditions = query.terms().stream()
                .map(term -> parameters.condition(term, request))
                .toList();
        var found = directory.find(conditions, query.count(), query.offset());
        var searchset = Searchset.of(request, found.total());
        found.page().forEach(entry -> searchset.match(interactions.toResource(entry)));
        parameters.include(request, found.page(), searchset);
        return searchset.answer();
    }
}
