package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.patient.FeedOutcome;
import org.hms.registry.patient.FeedRefused;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.RecordKey;

/**
 * <a href="https://profiles.ihe.net/ITI/PIXm/ITI-104.html">Patient Identity Feed FHIR, ITI-104</a>: a source adds, revises,
 * replaces or removes its record under its own identifier.
 */
public final class PatientFeedInteraction implements FhirHandler {

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientIndex index;
    private final RecordRemoval removal;
    private final FeedAnswers answers;
    private final PatientReads reads;

    PatientFeedInteraction(
            PatientFeed feed,
            PatientIntake intake,
            PatientIndex index,
            RecordRemoval removal,
            FeedAnswers answers,
            PatientReads reads) {
        this.feed = feed;
        this.intake = intake;
        this.index = index;
        this.removal = removal;
        this.answers = answers;
        this.reads = reads;
    }

    /** Add, revise or resolve a duplicate. */
    @Override
    public FhirAnswer handle(FhirRequest request) {
        var conditional = request.conditional();
        return put(
                request.caller(),
                key(request.query()),
                request.requireBody(Patient.class),
                Preconditions.of(conditional.ifMatch(), conditional.ifNoneMatch()));
    }

    private FhirAnswer put(Caller caller, RecordKey key, Patient patient, Precondition precondition) {
        var incoming = intake.incoming(caller, key, patient, precondition);
        var outcome = FeedProblems.guard(() -> feed.accept(incoming));
        return answers.of(patient, incoming, outcome);
    }

    /** A create under {@code If-None-Exist}: the record that is there already is the answer. */
    FhirAnswer create(FhirRequest request) {
        var criteria = request.conditional().ifNoneExist();
        if (criteria == null || criteria.isBlank()) {
            throw FhirProblem.of(
                    412,
                    IssueType.REQUIRED,
                    "A record is created under its source's identifier: send If-None-Exist, or PUT Patient?identifier=");
        }
        var key = key(SearchQuery.ofCriteria(criteria.substring(criteria.indexOf('?') + 1)));
        return createUnlessPresent(request, key, request.requireBody(Patient.class));
    }

    FhirAnswer createUnlessPresent(FhirRequest request, RecordKey key, Patient patient) {
        var incoming = intake.incoming(request.caller(), key, patient, new Precondition.Absent());
        try {
            return answers.of(patient, incoming, feed.accept(incoming));
        } catch (FeedRefused refused) {
            if (refused.reason() != FeedRefused.Reason.EXISTS) {
                throw FeedProblems.of(refused);
            }
            return existing(request, key);
        }
    }

    FhirAnswer answer(Patient sent, IncomingRecord incoming, FeedOutcome outcome) {
        return answers.of(sent, incoming, outcome);
    }

    FhirAnswer existing(FhirRequest request, RecordKey key) {
        var record = index.findRecord(key).orElseThrow();
        return reads.readRecord(request, record)
                .withLocation("Patient/" + record.id() + "/_history/" + record.version());
    }

    /** Remove Patient: the record becomes inactive and stays. */
    FhirAnswer remove(FhirRequest request) {
        var key = key(request.query());
        removal.remove(
                request.caller(), key, Preconditions.of(request.conditional().ifMatch(), null));
        return FhirAnswer.noContent();
    }

    /** The one record that criteria name. */
    RecordKey key(SearchQuery query) {
        var tokens = query.terms("identifier").stream()
                .flatMap(term -> term.tokens().stream())
                .toList();
        var others = query.terms().stream()
                .anyMatch(term -> !term.declaredName().equals("identifier") || term.modifier() != null);
        if (others || tokens.size() != 1 || tokens.getFirst().code().isBlank()) {
            throw FhirProblem.invalid("The feed names one record: ?identifier=system|value", "identifier");
        }
        var system = tokens.getFirst().system();
        if (system == null || system.isBlank()) {
            throw FhirProblem.invalid("The feed names one record: ?identifier=system|value", "identifier");
        }
        return intake.key(system, tokens.getFirst().code());
    }
}
