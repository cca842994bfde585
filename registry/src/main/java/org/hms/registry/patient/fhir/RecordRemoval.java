package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.FeedRefused;
import org.hms.registry.patient.FeedRefused.Reason;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.Precondition;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Takes a record out of use by a next version that says it is no longer active; all versions before it stay. */
final class RecordRemoval {

    private static final int ATTEMPTS = 8;

    private final PatientFeed feed;
    private final PatientIntake intake;
    private final PatientIndex index;
    private final PatientStore store;
    private final FhirContext fhir = FhirContext.forR4Cached();

    RecordRemoval(PatientFeed feed, PatientIntake intake, PatientIndex index, PatientStore store) {
        this.feed = feed;
        this.intake = intake;
        this.index = index;
        this.store = store;
    }

    /** Tries again when its source revises the record at the same moment, unless the caller meant one version. */
    void remove(Caller caller, RecordKey key, Precondition wanted) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var incoming = prepare(caller, key, wanted);
            if (incoming == null) {
                return;
            }
            try {
                feed.accept(incoming);
                return;
            } catch (FeedRefused refused) {
                if (refused.reason() != Reason.OTHER_VERSION || !(wanted instanceof Precondition.None)) {
                    throw FeedProblems.of(refused);
                }
            }
        }
        throw FhirProblem.conflict("The record is being revised all the time; try again");
    }

    /** The version that takes the record out of use; null when it already is. Refuses with 404 what is not known. */
    @Nullable
    IncomingRecord prepare(Caller caller, RecordKey key, Precondition wanted) {
        var source = intake.requireFeeding(key, caller);
        var record = index.findRecord(key)
                .orElseThrow(() -> FhirProblem.notFound("The source has no record of this identifier")
                        .at("identifier"));
        requireWanted(wanted, record);
        if (!record.active()) {
            return null;
        }
        var content = store.findContent(record.id(), record.version()).orElseThrow();
        var patient = fhir.newJsonParser().parseResource(Patient.class, content).setActive(false);
        return new IncomingRecord(
                caller,
                source.id(),
                key,
                false,
                record.demographics(),
                fhir.newJsonParser().encodeResourceToString(patient),
                null,
                new Precondition.InVersion(Set.of(record.version())),
                true);
    }

    private static void requireWanted(Precondition wanted, SourceRecord record) {
        if (wanted instanceof Precondition.InVersion(var versions) && !versions.contains(record.version())) {
            throw FhirProblem.preconditionFailed("The record has changed since the version in If-Match");
        }
    }
}
