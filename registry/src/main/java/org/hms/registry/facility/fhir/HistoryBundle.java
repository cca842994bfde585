package org.hms.registry.facility.fhir;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirRequest;

/** One page of a history: versions, newest first, each with how it came about. */
final class HistoryBundle {

    private final FhirRequest request;
    private final Bundle bundle = new Bundle().setType(BundleType.HISTORY);

    private HistoryBundle(FhirRequest request) {
        this.request = request;
    }

    static HistoryBundle of(FhirRequest request, int total) {
        var history = new HistoryBundle(request);
        var query = request.query();
        history.bundle.setTotal(total);
        history.link("self", query.offset());
        history.link("first", 0);
        if (query.count() > 0 && (long) query.offset() + query.count() < total) {
            history.link("next", query.offset() + query.count());
        }
        return history;
    }

    void version(Resource resource, int version, Instant at) {
        var url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        var entry = bundle.addEntry().setFullUrl(request.base() + "/" + url).setResource(resource);
        // Ids are ours from the first version on, so each version came about like an update of its own URL.
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
        entry.getResponse()
                .setStatus(version == 1 ? "201 Created" : "200 OK")
                .setEtag("W/\"" + version + "\"")
                .setLastModified(Date.from(at));
    }

    FhirAnswer answer() {
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
