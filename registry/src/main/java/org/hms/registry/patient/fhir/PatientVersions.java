package org.hms.registry.patient.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientVersion;
import org.jspecify.annotations.Nullable;

/** Former versions of records and persons: one, all of one, and all that came about since a time. */
public final class PatientVersions {

    static final SearchParameter SINCE =
            SearchParameter.of("_since", SearchParamType.DATE, "Only what came about at or after this instant");
    static final SearchParameter BEFORE = SearchParameter.of(
            "_before",
            SearchParamType.NUMBER,
            "Only what is older than this change number, as the link to the next page says");

    private final PatientIndex index;
    private final PatientHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PatientVersions(PatientIndex index, PatientHistory history, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    FhirAnswer vread(FhirRequest request) {
        var wanted = request.requireVersion();
        var version = versions(request).stream()
                .filter(one -> Integer.toString(one.version()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> FhirProblem.notFound("No Patient has this id and version"));
        audit(request, "vread", List.of(version.id()));
        return FhirAnswer.ok(toPatient(version));
    }

    FhirAnswer ofOne(FhirRequest request) {
        var since = since(request);
        var all = versions(request);
        if (all.isEmpty()) {
            throw FhirProblem.notFound("No Patient has this id");
        }
        var wanted = all.stream()
                .filter(version -> since == null || !version.at().isBefore(since))
                .toList();
        audit(request, "history", List.of(request.requireId()));
        var bundle = VersionBundle.ofOne(request, wanted.size());
        wanted.stream()
                .skip(request.query().offset())
                .limit(request.query().count())
                .forEach(bundle::add);
        return bundle.answer();
    }

    /** Pages by change number, so that what comes about meanwhile moves nothing from one page to the next. */
    FhirAnswer ofAll(FhirRequest request) {
        var page =
                history.since(since(request), before(request), request.query().count());
        var ids = page.versions().stream().map(PatientVersion::id).distinct().toList();
        audit(request, "history", ids);
        var bundle = VersionBundle.ofAll(request, page.next());
        var hidden = index.hiddenFrom(request.caller(), ids);
        page.versions().stream()
                .filter(version -> !hidden.contains(version.id()))
                .forEach(bundle::add);
        return bundle.answer();
    }

    private List<PatientVersion> versions(FhirRequest request) {
        var id = request.requireId();
        if (!index.hiddenFrom(request.caller(), List.of(id)).isEmpty()) {
            throw FhirProblem.forbidden(PersonPatients.CONFIDENTIAL);
        }
        var ofRecord = history.ofRecord(id);
        return ofRecord.isEmpty() ? history.ofPerson(id) : ofRecord;
    }

    static Patient toPatient(PatientVersion version) {
        return switch (version) {
            case PatientVersion.OfRecord record ->
                ReceivedPatient.of(record.content(), record.id(), record.version(), record.at(), record.eid());
            case PatientVersion.OfPerson person ->
                GoldenMapping.toPatient(person.golden(), person.members(), person.active());
            case PatientVersion.Ended ended -> GoldenMapping.toPatient(ended);
        };
    }

    private static @Nullable Instant since(FhirRequest request) {
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

    private static long before(FhirRequest request) {
        var text = request.query().first("_before").orElse(null);
        if (text == null) {
            return PatientHistory.NEWEST;
        }
        if (!text.matches("\\d{1,18}")) {
            throw FhirProblem.invalid("The parameter _before is a change number", "_before");
        }
        return Long.parseLong(text);
    }

    private void audit(FhirRequest request, String action, List<String> subjects) {
        audit.record(new AuditEntry(clock.instant(), request.caller(), action, "Patient", subjects, "success"));
    }
}
