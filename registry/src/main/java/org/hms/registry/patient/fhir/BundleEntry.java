package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.RecordKey;
import org.jspecify.annotations.Nullable;

/** What one entry of a transaction or batch asks for. */
sealed interface BundleEntry {

    /** A record's next version; {@code unlessPresent} when the one that is there would do. */
    record Write(RecordKey key, Patient patient, Precondition precondition, boolean unlessPresent)
            implements BundleEntry {}

    record Remove(RecordKey key, Precondition precondition) implements BundleEntry {}

    record Read(String id) implements BundleEntry {}

    record Search(SearchQuery query) implements BundleEntry {}

    /** The record that is written, null where none is. */
    default @Nullable RecordKey written() {
        return switch (this) {
            case Write write -> write.key();
            case Remove remove -> remove.key();
            case Read _, Search _ -> null;
        };
    }

    static BundleEntry of(BundleEntryComponent entry, PatientFeedInteraction feed) {
        if (!entry.hasRequest()
                || !entry.getRequest().hasMethod()
                || !entry.getRequest().hasUrl()) {
            throw FhirProblem.required("An entry has a request with method and url", "request");
        }
        var request = entry.getRequest();
        var url = request.getUrl();
        var criteria = url.startsWith("Patient?") ? url.substring("Patient?".length()) : null;
        return switch (request.getMethod()) {
            case PUT ->
                new Write(
                        feed.key(SearchQuery.ofCriteria(requireCriteria(criteria))),
                        patient(entry),
                        Preconditions.of(request.getIfMatch(), request.getIfNoneMatch()),
                        false);
            case POST -> create(entry, feed);
            case DELETE ->
                new Remove(
                        feed.key(SearchQuery.ofCriteria(requireCriteria(criteria))),
                        Preconditions.of(request.getIfMatch(), null));
            case GET -> criteria == null ? new Read(id(url)) : new Search(searched(criteria));
            default -> throw notOffered();
        };
    }

    private static BundleEntry create(BundleEntryComponent entry, PatientFeedInteraction feed) {
        var request = entry.getRequest();
        if (!request.getUrl().equals("Patient")) {
            throw notOffered();
        }
        if (!request.hasIfNoneExist()) {
            throw FhirProblem.required("A record is created under its source's identifier", "request.ifNoneExist");
        }
        var criteria = request.getIfNoneExist();
        var key = feed.key(SearchQuery.ofCriteria(criteria.substring(criteria.indexOf('?') + 1)));
        return new Write(key, patient(entry), new Precondition.Absent(), true);
    }

    private static SearchQuery searched(String criteria) {
        var query = SearchQuery.ofCriteria(criteria);
        boolean known = query.terms().stream()
                .allMatch(term -> term.modifier() == null
                        && (term.declaredName().equals("identifier")
                                || term.declaredName().equals("_id")));
        if (!known) {
            throw FhirProblem.invalid("Within a bundle Patients are searched by identifier or _id", "request.url");
        }
        return query;
    }

    private static String id(String url) {
        if (!url.matches("Patient/[A-Za-z0-9.-]{1,64}")) {
            throw notOffered();
        }
        return url.substring("Patient/".length());
    }

    private static String requireCriteria(@Nullable String criteria) {
        if (criteria == null) {
            throw FhirProblem.invalid("A source writes under its own identifier: Patient?identifier=", "request.url");
        }
        return criteria;
    }

    private static Patient patient(BundleEntryComponent entry) {
        if (!(entry.getResource() instanceof Patient patient)) {
            throw FhirProblem.required("An entry that writes holds a Patient", "resource");
        }
        return patient;
    }

    private static FhirProblem notOffered() {
        return FhirProblem.notSupported("This is not offered within a bundle").at("request");
    }
}
