package org.hms.registry.patient.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hms.registry.fhir.BundledAnswers;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.FeedOutcome;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR transaction: all that its entries write is resolved as one group and committed in one database transaction, or
 * nothing is. What it reads is read afterwards.
 */
final class PatientTransaction implements FhirHandler {

    /** Each record is compared with each other of its group, so groups stay small. */
    static final int MAX_ENTRIES = 128;

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientIndex index;
    private final PatientFeedInteraction interaction;
    private final RecordRemoval removal;
    private final BundleReads reads;

    PatientTransaction(
            PatientFeed feed,
            PatientIntake intake,
            PatientIndex index,
            PatientFeedInteraction interaction,
            RecordRemoval removal,
            BundleReads reads) {
        this.feed = feed;
        this.intake = intake;
        this.index = index;
        this.interaction = interaction;
        this.removal = removal;
        this.reads = reads;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var bundle = PatientBatch.requireBundle(request, MAX_ENTRIES);
        var references = new BundleReferences(feed);
        var entries = entries(bundle, references);
        var incoming = new ArrayList<@Nullable IncomingRecord>();
        for (int i = 0; i < entries.size(); i++) {
            incoming.add(incoming(request, entries.get(i), i, references));
        }
        var outcomes = commit(incoming);
        var response = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        int next = 0;
        for (int i = 0; i < entries.size(); i++) {
            var record = incoming.get(i);
            response.addEntry(
                    record == null
                            ? withoutWriting(request, entries.get(i))
                            : written(request, entries.get(i), record, outcomes.get(next++)));
        }
        return FhirAnswer.ok(response);
    }

    private List<BundleEntry> entries(Bundle bundle, BundleReferences references) {
        var entries = new ArrayList<BundleEntry>();
        var written = new HashSet<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var component = bundle.getEntry().get(i);
            var entry = at(i, () -> BundleEntry.of(component, interaction));
            var key = entry.written();
            if (key != null && !written.add(key)) {
                throw FhirProblem.invalid("A transaction writes each record once", "Bundle.entry[" + i + "]");
            }
            if (entry instanceof BundleEntry.Write write) {
                references.add(component, write.key());
            }
            entries.add(entry);
        }
        return entries;
    }

    private @Nullable IncomingRecord incoming(
            FhirRequest request, BundleEntry entry, int place, BundleReferences references) {
        return switch (entry) {
            case BundleEntry.Write write when write.unlessPresent() && isPresent(request, write) -> null;
            case BundleEntry.Write write ->
                at(
                        place,
                        () -> intake.incoming(
                                request.caller(),
                                write.key(),
                                references.settle(write.patient(), "resource"),
                                write.precondition(),
                                references.settled()));
            case BundleEntry.Remove(var key, var precondition) ->
                atOrNull(place, () -> removal.prepare(request.caller(), key, precondition));
            case BundleEntry.Read _, BundleEntry.Search _ -> null;
        };
    }

    private boolean isPresent(FhirRequest request, BundleEntry.Write write) {
        intake.requireFeeding(write.key(), request.caller());
        return index.findRecord(write.key()).isPresent();
    }

    private List<FeedOutcome> commit(List<@Nullable IncomingRecord> incoming) {
        var records = new ArrayList<IncomingRecord>();
        for (var record : incoming) {
            if (record != null) {
                records.add(record);
            }
        }
        return records.isEmpty() ? List.of() : FeedProblems.guard(() -> feed.acceptTogether(records));
    }

    private BundleEntryComponent written(
            FhirRequest request, BundleEntry entry, IncomingRecord record, FeedOutcome outcome) {
        var answer = entry instanceof BundleEntry.Write write
                ? interaction.answer(write.patient(), record, outcome)
                : FhirAnswer.noContent();
        return BundledAnswers.of(answer, request.base());
    }

    /** By now the transaction is committed: a read that finds nothing says so in its own place. */
    private BundleEntryComponent withoutWriting(FhirRequest request, BundleEntry entry) {
        try {
            var answer = switch (entry) {
                case BundleEntry.Remove _ -> FhirAnswer.noContent();
                case BundleEntry.Write write -> interaction.existing(request, write.key());
                case BundleEntry.Read _, BundleEntry.Search _ -> reads.answer(request, entry);
            };
            return BundledAnswers.of(answer, request.base());
        } catch (FhirProblem problem) {
            return BundledAnswers.of(problem);
        }
    }

    /** A check that may refuse. */
    private interface Checked<T extends @Nullable Object> {
        T get();
    }

    private static <T> T at(int place, Checked<T> checked) {
        try {
            return checked.get();
        } catch (FhirProblem problem) {
            throw placed(problem, place);
        }
    }

    private static @Nullable IncomingRecord atOrNull(int place, Checked<@Nullable IncomingRecord> checked) {
        try {
            return checked.get();
        } catch (FhirProblem problem) {
            throw placed(problem, place);
        }
    }

    private static FhirProblem placed(FhirProblem problem, int place) {
        var within = problem.expression();
        return problem.at("Bundle.entry[" + place + "]" + (within == null ? "" : "." + within));
    }
}
