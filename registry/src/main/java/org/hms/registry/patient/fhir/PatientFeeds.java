package org.hms.registry.patient.fhir;

import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.RecordQuality;
import org.hms.registry.patient.SourceSystems;

/** All ways by which records come in over FHIR, put together around one intake. */
public final class PatientFeeds {

    private final PatientIntake intake;
    private final PatientFeedInteraction interaction;
    private final FhirHandler transaction;
    private final FhirHandler batch;
    private final FhirHandler message;

    public PatientFeeds(
            PatientFeed feed, PatientIndex index, PatientStore store, RecordQuality quality, PatientReads reads) {
        this.intake = new PatientIntake(new SourceSystems(store), index);
        var removal = new RecordRemoval(feed, intake, index, store);
        this.interaction = new PatientFeedInteraction(feed, intake, index, removal, new FeedAnswers(quality), reads);
        var single = new BundleReads(interaction, reads, removal);
        this.transaction = new PatientTransaction(feed, intake, index, interaction, removal, single);
        this.batch = new PatientBatch(feed, intake, interaction, single);
        this.message = new FeedMessageOperation(feed, intake, index, store, removal);
    }

    /** What makes a record of a Patient, for those who take Patients by other ways. */
    public PatientIntake intake() {
        return intake;
    }

    public PatientFeedInteraction interaction() {
        return interaction;
    }

    FhirHandler transaction() {
        return transaction;
    }

    FhirHandler batch() {
        return batch;
    }

    FhirHandler message() {
        return message;
    }
}
