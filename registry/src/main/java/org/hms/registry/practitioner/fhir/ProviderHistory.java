package org.hms.registry.practitioner.fhir;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.facility.fhir.HistoryPage;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.practitioner.ProviderDirectory.Found;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Versions of professionals and roles: one, all of one, and what was published since (ITI-91). */
final class ProviderHistory<T> {

    static final List<SearchParameter> PARAMETERS = List.of(
            SearchParameter.of("_since", SearchParamType.DATE, "Only what was published at or after this instant"));

    /** Finds one page of what was published since an instant. */
    @FunctionalInterface
    interface Since<T> {
        Found<T> find(@Nullable Instant since, int limit, int offset);
    }

    private final Function<String, List<Published<T>>> versions;
    private final Since<T> since;
    private final Function<Published<T>, Resource> mapping;

    ProviderHistory(
            Function<String, List<Published<T>>> versions, Since<T> since, Function<Published<T>, Resource> mapping) {
        this.versions = versions;
        this.since = since;
        this.mapping = mapping;
    }

    FhirAnswer vread(FhirRequest request) {
        return versions.apply(request.requireId()).stream()
                .filter(version -> Integer.toString(version.version()).equals(request.requireVersion()))
                .findFirst()
                .map(version -> FhirAnswer.ok(mapping.apply(version)))
                .orElseThrow(() -> FhirProblem.notFound("No " + request.type() + " has this id and version"));
    }

    FhirAnswer ofOne(FhirRequest request) {
        var all = versions.apply(request.requireId());
        if (all.isEmpty()) {
            throw FhirProblem.notFound("No " + request.type() + " has this id");
        }
        var from = HistoryPage.since(request);
        var wanted = all.stream()
                .filter(version -> from == null || !version.at().isBefore(from))
                .toList();
        var query = request.query();
        return page(
                request,
                wanted.size(),
                wanted.stream().skip(query.offset()).limit(query.count()).toList());
    }

    FhirAnswer ofType(FhirRequest request) {
        var query = request.query();
        var found = since.find(HistoryPage.since(request), query.count(), query.offset());
        return page(request, found.total(), found.page());
    }

    private FhirAnswer page(FhirRequest request, int total, List<Published<T>> published) {
        var page = HistoryPage.of(request, total);
        published.forEach(version -> page.version(mapping.apply(version), version.version(), version.at()));
        return page.answer();
    }
}
