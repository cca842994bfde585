package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.BundledAnswers;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.patient.FeedOutcome;
import org.hms.registry.patient.FeedRefused;
import org.hms.registry.patient.FeedResult;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Carries out the entries of one feed message: Patients first, so that those who are related are known. */
final class MessageEntries {

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientIndex index;
    private final PatientStore store;
    private final RecordRemoval removal;
    private final Caller caller;
    private final BundleReferences references;
    private final FhirContext fhir = FhirContext.forR4Cached();

    MessageEntries(
            PatientFeed feed,
            PatientIntake intake,
            PatientIndex index,
            PatientStore store,
            RecordRemoval removal,
            Caller caller) {
        this.feed = feed;
        this.intake = intake;
        this.index = index;
        this.store = store;
        this.removal = removal;
        this.caller = caller;
        this.references = new BundleReferences(feed);
    }

    /** One answer for each entry, in their order. */
    List<BundleEntryComponent> process(List<BundleEntryComponent> entries) {
        var answers = new BundleEntryComponent[entries.size()];
        var keys = keys(entries, answers);
        tellMothers(entries, answers);
        write(entries, keys, answers);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                answers[i] = remainder(entries.get(i), keys[i]);
            }
            answers[i].setRequest(entries.get(i).getRequest());
        }
        return List.of(answers);
    }

    private static boolean isRemoval(BundleEntryComponent entry) {
        return entry.getRequest().getMethod() == HTTPVerb.DELETE;
    }

    private @Nullable RecordKey[] keys(List<BundleEntryComponent> entries, BundleEntryComponent[] answers) {
        var keys = new @Nullable RecordKey[answers.length];
        for (int i = 0; i < answers.length; i++) {
            var entry = entries.get(i);
            try {
                if (entry.getResource() instanceof Patient patient) {
                    keys[i] = intake.requireOwnKey(patient, caller.role() == Role.ADMIN ? null : caller.source());
                    references.add(entry, keys[i]);
                } else {
                    references.addOther(entry);
                }
            } catch (FhirProblem problem) {
                answers[i] = BundledAnswers.of(problem);
            }
        }
        return keys;
    }

    /** What a RelatedPerson says of a child that comes by the same message is said in the child's own record. */
    private void tellMothers(List<BundleEntryComponent> entries, BundleEntryComponent[] answers) {
        var relations = new MotherAndChild(entries, intake, references);
        for (int i = 0; i < answers.length; i++) {
            if (entries.get(i).getResource() instanceof RelatedPerson related) {
                var relation = relations.read(entries.get(i), related);
                var name = relation.flatMap(told -> motherName(told, entries));
                if (relation.isPresent() && name.isPresent()) {
                    var child = patient(relation.get().child(), entries);
                    child.ifPresent(patient -> MotherAndChild.putMother(patient, name.get()));
                    answers[i] = child.isPresent()
                            ? BundledAnswers.of(new FhirAnswer(200, null, null, null, null), "")
                            : revised(relation.get().child(), name.get());
                }
            }
        }
    }

    private Optional<Patient> patient(RecordKey key, List<BundleEntryComponent> entries) {
        return entries.stream()
                .filter(entry -> entry.getResource() instanceof Patient && !isRemoval(entry))
                .filter(entry -> key.equals(references.keyOf(entry)))
                .map(entry -> (Patient) entry.getResource())
                .findFirst();
    }

    private Optional<String> motherName(MotherAndChild.Relation told, List<BundleEntryComponent> entries) {
        return told.motherName()
                .or(() -> told.mother()
                        .flatMap(mother -> patient(mother, entries))
                        .flatMap(patient -> MotherAndChild.name(patient.getName())))
                .or(() -> told.mother()
                        .filter(mother -> mother.system().equals(told.child().system()))
                        .flatMap(index::findRecord)
                        .flatMap(record -> MotherAndChild.name(stored(record).getName())));
    }

    private Patient stored(SourceRecord record) {
        var content = store.findContent(record.id(), record.version()).orElseThrow();
        return fhir.newJsonParser().parseResource(Patient.class, content);
    }

    /** The child's record is there already and gets its next version. */
    private BundleEntryComponent revised(RecordKey child, String mother) {
        try {
            intake.requireFeeding(child, caller);
            var record = index.findRecord(child)
                    .orElseThrow(() -> FhirProblem.unprocessable("The child's record is not known"));
            var patient = stored(record);
            MotherAndChild.putMother(patient, mother);
            var unchanged = new Precondition.InVersion(Set.of(record.version()));
            feed.accept(intake.incoming(caller, child, patient, unchanged));
            return BundledAnswers.of(new FhirAnswer(200, null, null, null, null), "");
        } catch (FhirProblem | FeedRefused refused) {
            return BundledAnswers.of(FeedProblems.of(refused));
        }
    }

    private void write(List<BundleEntryComponent> entries, @Nullable RecordKey[] keys, BundleEntryComponent[] answers) {
        var places = new ArrayList<Integer>();
        var incoming = new ArrayList<IncomingRecord>();
        for (int i = 0; i < answers.length; i++) {
            var key = keys[i];
            if (answers[i] == null && key != null && !isRemoval(entries.get(i))) {
                try {
                    incoming.add(incoming((Patient) entries.get(i).getResource(), key));
                    places.add(i);
                } catch (FhirProblem problem) {
                    answers[i] = BundledAnswers.of(problem);
                }
            }
        }
        var results = feed.acceptEach(incoming);
        for (int i = 0; i < results.size(); i++) {
            answers[places.get(i)] = switch (results.get(i)) {
                case FeedResult.Taken(var outcome) -> taken(outcome);
                case FeedResult.Failed(var cause) -> BundledAnswers.of(FeedProblems.of(cause));
            };
        }
    }

    private IncomingRecord incoming(Patient patient, RecordKey key) {
        if (ReplacedBy.saidOf(patient)) {
            // ITI-93 has the registry set what the sender may have left out.
            patient.setActive(false);
        }
        var settled = references.settle(patient, "resource");
        return intake.incoming(caller, key, settled, new Precondition.StaysReplaced(), references.settled());
    }

    private static BundleEntryComponent taken(FeedOutcome outcome) {
        var location = "Patient/" + outcome.recordId() + "/_history/" + outcome.version();
        var answer = BundledAnswers.of(
                new FhirAnswer(outcome.created() ? 201 : 200, null, Integer.toString(outcome.version()), null, null),
                "");
        answer.getResponse().setLocation(location);
        return answer;
    }

    private BundleEntryComponent remainder(BundleEntryComponent entry, @Nullable RecordKey key) {
        try {
            if (!isRemoval(entry)) {
                throw unread(entry.getResource());
            }
            removal.remove(caller, key == null ? named(entry) : key, Precondition.NONE);
            return BundledAnswers.of(FhirAnswer.noContent(), "");
        } catch (FhirProblem problem) {
            return BundledAnswers.of(problem);
        }
    }

    private static FhirProblem unread(@Nullable Resource resource) {
        return resource instanceof RelatedPerson
                ? FhirProblem.unprocessable("The RelatedPerson tells of no mother and child that are known here")
                : FhirProblem.of(422, IssueType.NOTSUPPORTED, "A patient feed holds Patients and RelatedPersons");
    }

    /** What a removal without a resource names by its URL. */
    private RecordKey named(BundleEntryComponent entry) {
        var url = entry.getRequest().getUrl() == null ? "" : entry.getRequest().getUrl();
        int criteria = url.indexOf("Patient?");
        if (criteria >= 0) {
            var tokens =
                    SearchQuery.ofCriteria(url.substring(criteria + "Patient?".length())).terms("identifier").stream()
                            .flatMap(term -> term.tokens().stream())
                            .toList();
            if (tokens.size() == 1) {
                var system = tokens.getFirst().system();
                if (system != null
                        && !system.isBlank()
                        && !tokens.getFirst().code().isBlank()) {
                    return intake.key(system, tokens.getFirst().code());
                }
            }
        }
        var id = url.substring(url.lastIndexOf('/') + 1);
        return index.findRecord(id)
                .map(SourceRecord::key)
                .orElseThrow(() -> FhirProblem.notFound("The entry names no record that is known"));
    }
}
