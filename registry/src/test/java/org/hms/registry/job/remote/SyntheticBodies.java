package org.hms.registry.job.remote;

import ca.uhn.fhir.context.FhirContext;
import org.hms.registry.job.SyntheticPeople;
import org.hms.seed.people.SyntheticRecord;

/** Synthetic records as the loader sends them, for tests that feed on their own. */
public final class SyntheticBodies {

    private SyntheticBodies() {}

    public static String of(SyntheticRecord record, long seed) {
        var patient = SyntheticPatients.toPatient(record, SyntheticPeople.keyOf(record, seed));
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patient);
    }
}
