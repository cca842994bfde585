package org.hms.registry.patient.fhir;

import org.hms.registry.fhir.Conditional;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchQuery;
import org.jspecify.annotations.Nullable;

/** Carries out entries of a bundle one by one, as the same request by itself would be. */
final class BundleReads {

    private static final SearchQuery NO_QUERY = SearchQuery.ofCriteria("");

    private final PatientFeedInteraction interaction;
    private final PatientReads reads;
    private final RecordRemoval removal;

    BundleReads(PatientFeedInteraction interaction, PatientReads reads, RecordRemoval removal) {
        this.interaction = interaction;
        this.reads = reads;
        this.removal = removal;
    }

    FhirAnswer answer(FhirRequest request, BundleEntry entry) {
        return switch (entry) {
            case BundleEntry.Read(var id) -> reads.read(asIfAlone(request, id, NO_QUERY));
            case BundleEntry.Search(var query) -> reads.search(asIfAlone(request, null, query));
            case BundleEntry.Remove(var key, var precondition) -> {
                removal.remove(request.caller(), key, precondition);
                yield FhirAnswer.noContent();
            }
            case BundleEntry.Write write -> interaction.createUnlessPresent(request, write.key(), write.patient());
        };
    }

    private static FhirRequest asIfAlone(FhirRequest request, @Nullable String id, SearchQuery query) {
        return new FhirRequest(
                request.caller(),
                "Patient",
                id,
                null,
                query,
                null,
                Conditional.NONE,
                request.preferences(),
                request.base());
    }
}
