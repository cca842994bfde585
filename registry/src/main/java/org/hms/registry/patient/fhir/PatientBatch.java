package org.hms.registry.patient.fhir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hms.registry.fhir.BundledAnswers;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.FeedResult;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;

/** A FHIR batch: each entry stands for itself and is answered by itself; what it writes is resolved in groups. */
final class PatientBatch implements FhirHandler {

    static final int MAX_ENTRIES = 500;

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientFeedInteraction interaction;
    private final BundleReads reads;

    PatientBatch(PatientFeed feed, PatientIntake intake, PatientFeedInteraction interaction, BundleReads reads) {
        this.feed = feed;
        this.intake = intake;
        this.interaction = interaction;
        this.reads = reads;
    }

    static Bundle requireBundle(FhirRequest request, int most) {
        var bundle = request.requireBody(Bundle.class);
        if (bundle.getEntry().size() > most) {
            throw FhirProblem.of(422, IssueType.TOOCOSTLY, "At most " + most + " entries are taken at once")
                    .at("Bundle.entry");
        }
        return bundle;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var bundle = requireBundle(request, MAX_ENTRIES);
        var answers = new BundleEntryComponent[bundle.getEntry().size()];
        var entries = new BundleEntry[answers.length];
        var references = new BundleReferences(feed);
        for (int i = 0; i < answers.length; i++) {
            try {
                entries[i] = BundleEntry.of(bundle.getEntry().get(i), interaction);
                if (entries[i] instanceof BundleEntry.Write write) {
                    references.add(bundle.getEntry().get(i), write.key());
                }
            } catch (FhirProblem problem) {
                answers[i] = BundledAnswers.of(problem);
            }
        }
        write(request, entries, answers, references);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                answers[i] = single(request, entries[i]);
            }
        }
        var response = new Bundle().setType(Bundle.BundleType.BATCHRESPONSE);
        Arrays.stream(answers).forEach(response::addEntry);
        return FhirAnswer.ok(response);
    }

    private void write(
            FhirRequest request, BundleEntry[] entries, BundleEntryComponent[] answers, BundleReferences references) {
        var places = new ArrayList<Integer>();
        var incoming = new ArrayList<IncomingRecord>();
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] instanceof BundleEntry.Write write && !write.unlessPresent()) {
                try {
                    incoming.add(intake.incoming(
                            request.caller(),
                            write.key(),
                            references.settle(write.patient(), "resource"),
                            write.precondition(),
                            references.settled()));
                    places.add(i);
                } catch (FhirProblem problem) {
                    answers[i] = BundledAnswers.of(problem);
                }
            }
        }
        answer(request, entries, answers, places, incoming);
    }

    private void answer(
            FhirRequest request,
            BundleEntry[] entries,
            BundleEntryComponent[] answers,
            List<Integer> places,
            List<IncomingRecord> incoming) {
        var results = feed.acceptEach(incoming);
        for (int i = 0; i < results.size(); i++) {
            int place = places.get(i);
            answers[place] = switch (results.get(i)) {
                case FeedResult.Taken(var outcome) -> {
                    var write = (BundleEntry.Write) entries[place];
                    yield BundledAnswers.of(
                            interaction.answer(write.patient(), incoming.get(i), outcome), request.base());
                }
                case FeedResult.Failed(var cause) -> BundledAnswers.of(FeedProblems.of(cause));
            };
        }
    }

    private BundleEntryComponent single(FhirRequest request, BundleEntry entry) {
        try {
            return BundledAnswers.of(reads.answer(request, entry), request.base());
        } catch (FhirProblem problem) {
            return BundledAnswers.of(problem);
        }
    }
}
