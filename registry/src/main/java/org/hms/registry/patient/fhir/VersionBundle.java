package org.hms.registry.patient.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.PatientVersion;
import org.jspecify.annotations.Nullable;

/** One page of a history: versions, newest first, each with how it came about. */
final class VersionBundle {

    private final FhirRequest request;
    private final Bundle bundle = new Bundle().setType(BundleType.HISTORY);

    private VersionBundle(FhirRequest request) {
        this.request = request;
    }

    static VersionBundle ofOne(FhirRequest request, int total) {
        var history = new VersionBundle(request);
        var query = request.query();
        history.bundle.setTotal(total);
        history.link("self", query.page(query.offset()));
        history.link("first", query.page(0));
        if (query.count() > 0 && (long) query.offset() + query.count() < total) {
            history.link("next", query.page(query.offset() + query.count()));
        }
        return history;
    }

    /** How many versions there are in all is not counted: there are millions. */
    static VersionBundle ofAll(FhirRequest request, @Nullable Long next) {
        var history = new VersionBundle(request);
        history.link("self", history.parameters(request.query().first("_before").orElse(null)));
        if (next != null && request.query().count() > 0) {
            history.link("next", history.parameters(Long.toString(next)));
        }
        return history;
    }

    private String parameters(@Nullable String before) {
        var parameters = new StringBuilder("_count=" + request.query().count());
        request.query()
                .first("_since")
                .ifPresent(since -> parameters.append("&_since=").append(since.replace("+", "%2B")));
        if (before != null) {
            parameters.append("&_before=").append(before);
        }
        return parameters.toString();
    }

    void add(PatientVersion version) {
        var patient = PatientVersions.toPatient(version);
        var url = "Patient/" + version.id();
        var entry = bundle.addEntry().setFullUrl(request.base() + "/" + url).setResource(patient);
        // Ids are ours from the first version on, so each version came about like an update of its own URL.
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
        entry.getResponse()
                .setStatus(version.version() == 1 ? "201 Created" : "200 OK")
                .setEtag("W/\"" + version.version() + "\"")
                .setLastModified(Date.from(version.at()));
    }

    FhirAnswer answer() {
        return FhirAnswer.ok(bundle);
    }

    private void link(String relation, String parameters) {
        var of = request.id() == null ? "Patient" : "Patient/" + request.id();
        bundle.addLink().setRelation(relation).setUrl(request.base() + "/" + of + "/_history?" + parameters);
    }
}
