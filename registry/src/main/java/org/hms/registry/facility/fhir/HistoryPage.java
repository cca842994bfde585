package org.hms.registry.facility.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.jspecify.annotations.Nullable;

/** One page of a history: versions, newest first, each with how it came about. */
public final class HistoryPage {

    private final FhirRequest request;
    private final Bundle bundle = new Bundle().setType(BundleType.HISTORY);

    private HistoryPage(FhirRequest request) {
        this.request = request;
    }

    public static HistoryPage of(FhirRequest request, int total) {
        var history = new HistoryPage(request);
        var query = request.query();
        history.bundle.setTotal(total);
        history.link("self", query.offset());
        history.link("first", 0);
        if (query.count() > 0 && (long) query.offset() + query.count() < total) {
            history.link("next", query.offset() + query.count());
        }
        return history;
    }

    public void version(Resource resource, int version, Instant at) {
        var url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        var entry = bundle.addEntry().setFullUrl(request.base() + "/" + url).setResource(resource);
        // Ids are ours from the first version on, so each version came about like an update of its own URL.
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
        entry.getResponse()
                .setStatus(version == 1 ? "201 Created" : "200 OK")
                .setEtag("W/\"" + version + "\"")
                .setLastModified(Date.from(at));
    }

    /** A version that says that the resource was deleted. */
    public void deletion(String type, String id, int version, Instant at) {
        var url = type + "/" + id;
        var entry = bundle.addEntry().setFullUrl(request.base() + "/" + url);
        entry.getRequest().setMethod(HTTPVerb.DELETE).setUrl(url);
        entry.getResponse()
                .setStatus("204 No Content")
                .setEtag("W/\"" + version + "\"")
                .setLastModified(Date.from(at));
    }

    /** The parameter {@code _since}; absent where nobody gave it. */
    public static @Nullable Instant since(FhirRequest request) {
        var text = request.query().first("_since").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw FhirProblem.invalid(
                    "The parameter _since is an instant with its zone, such as 2026-01-31T10:00:00-03:00", "_since");
        }
    }

    public FhirAnswer answer() {
        return FhirAnswer.ok(bundle);
    }

    private void link(String relation, int offset) {
        var of = request.id() == null ? request.type() : request.type() + "/" + request.id();
        bundle.addLink()
                .setRelation(relation)
                .setUrl(request.base() + "/" + of + "/_history?"
                        + request.query().page(offset));
    }
}
