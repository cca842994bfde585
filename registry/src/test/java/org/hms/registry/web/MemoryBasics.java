package org.hms.registry.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Operation;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.Searchset;

/** FHIR's plainest resource, kept in a map. */
public final class MemoryBasics {
    private static final List<SearchParameter> PARAMETERS = List.of(
            new SearchParameter("code", SearchParamType.TOKEN, Set.of("text"), "What it is"),
            SearchParameter.of("created", SearchParamType.DATE, "When it was made"),
            SearchParameter.of("identifier", SearchParamType.TOKEN, "Its identifier"));

    private final Map<String, Basic> stored = new ConcurrentSkipListMap<>();

    public FhirEndpoint endpoint() {
        return FhirEndpoint.of("Basic")
                .read(this::read)
                .search(this::search, PARAMETERS)
                .create(this::create, Role.STEWARD, Role.ADMIN)
                .conditionalUpdate(this::update, List.of(PARAMETERS.getLast()), Role.STEWARD)
                .sorts("code")
                .operation(
                        "echo",
                        Operation.Level.TYPE,
                        Set.of("GET", "POST"),
                        this::echo,
                        "http://example.org/OperationDefinition/echo")
                .build();
    }

    public int count() {
        return stored.size();
    }

    /** Empties the store and puts in this many, with ids {@code b00}, {@code b01}, … */
    public void fill(int many) {
        stored.clear();
        for (var i = 0; i < many; i++) {
            put("b%02d".formatted(i), new Basic());
        }
    }

    private Basic put(String id, Basic basic) {
        basic.setId(id);
        basic.getMeta().setVersionId("1").setLastUpdated(Date.from(Instant.parse("2026-01-02T03:04:05Z")));
        stored.put(id, basic);
        return basic;
    }

    private FhirAnswer read(FhirRequest request) {
        var found = stored.get(request.requireId());
        if (found == null) {
            throw FhirProblem.notFound("There is no such resource");
        }
        return FhirAnswer.ok(found);
    }

    private FhirAnswer create(FhirRequest request) {
        var id = "b%02d".formatted(stored.size());
        return FhirAnswer.created(put(id, request.requireBody(Basic.class)), "Basic/" + id + "/_history/1");
    }

    private FhirAnswer update(FhirRequest request) {
        return create(request);
    }

    private FhirAnswer search(FhirRequest request) {
        var query = request.query();
        query.terms("created").forEach(term -> term.prefixed().forEach(p -> p.span(ZoneOffset.UTC)));
        var page = Searchset.of(request, stored.size());
        stored.values().stream().skip(query.offset()).limit(query.count()).forEach(page::match);
        return page.answer();
    }

    private FhirAnswer echo(FhirRequest request) {
        var echoed = new Parameters();
        request.query().terms().forEach(term -> echoed.addParameter(term.name(), new StringType(term.value())));
        return FhirAnswer.ok(echoed);
    }
}
