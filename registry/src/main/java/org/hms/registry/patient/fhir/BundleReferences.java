package org.hms.registry.patient.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.patient.PatientFeed;
import org.hms.registry.patient.RecordKey;
import org.jspecify.annotations.Nullable;

/** Which record is meant where the resources of a bundle refer to each other, by full URL or by type and id. */
final class BundleReferences {

    private static final String UUID = "urn:uuid:";

    private final PatientFeed feed;
    private final FhirContext fhir = FhirContext.forR4Cached();
    private final Map<String, RecordKey> keys = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private final Map<String, RecordKey> settled = new HashMap<>();
    private final Map<BundleEntryComponent, RecordKey> byEntry = new IdentityHashMap<>();

    BundleReferences(PatientFeed feed) {
        this.feed = feed;
    }

    /** What stands in this entry is the record of that key. */
    void add(BundleEntryComponent entry, RecordKey key) {
        if (entry.hasFullUrl()) {
            keys.put(entry.getFullUrl(), key);
        }
        var id = entry.hasResource() ? entry.getResource().getIdElement().getIdPart() : null;
        if (id != null) {
            keys.put("Patient/" + id, key);
        }
        byEntry.put(entry, key);
        settled.put("Patient/" + feed.recordIdOf(key), key);
    }

    /** The records of the bundle by the references that {@link #settle} writes. */
    Map<String, RecordKey> settled() {
        return settled;
    }

    /** What stands in this entry is no record, and a reference to it stays as it is. */
    void addOther(BundleEntryComponent entry) {
        if (entry.hasFullUrl()) {
            others.add(entry.getFullUrl());
        }
    }

    @Nullable
    RecordKey keyOf(BundleEntryComponent entry) {
        return byEntry.get(entry);
    }

    @Nullable
    RecordKey find(Reference reference) {
        var said = reference.getReference();
        return said == null ? null : keys.getOrDefault(said, settled.get(said));
    }

    /** Writes our own ids where the bundle's were; a {@code urn:uuid} that nobody in the bundle has is refused. */
    Patient settle(Patient patient, String place) {
        for (var info : fhir.newTerser().getAllResourceReferences(patient)) {
            if (info.getResourceReference() instanceof Reference reference && reference.hasReference()) {
                var key = keys.get(reference.getReference());
                if (key != null) {
                    // What the parser found behind the reference goes, so that the reference alone is written.
                    reference.setResource(null);
                    reference.setReference("Patient/" + feed.recordIdOf(key));
                } else if (reference.getReference().startsWith(UUID) && !others.contains(reference.getReference())) {
                    throw FhirProblem.invalid("A reference names an entry that is not in the bundle", place);
                }
            }
        }
        return patient;
    }

    /** The name under which a resource that is no Patient stands in the bundle. */
    static boolean means(Reference reference, BundleEntryComponent entry) {
        var said = reference.getReference();
        Resource resource = entry.getResource();
        return said != null
                && (said.equals(entry.getFullUrl())
                        || resource != null
                                && said.equals(resource.fhirType() + "/"
                                        + resource.getIdElement().getIdPart()));
    }
}
