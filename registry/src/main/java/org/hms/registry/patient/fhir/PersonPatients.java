package org.hms.registry.patient.fhir;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.PatientVersion;
import org.hms.registry.patient.Person;
import org.hms.registry.patient.PersonMarks;
import org.hms.registry.patient.PersonSearch.Hit;

/** Persons as Patients, the living and those whose id was merged; the same person looks the same wherever it is asked for. */
public final class PersonPatients {

    static final String CONFIDENTIAL = "The person is confidential; the enterprise id may be read";

    private final PatientIndex index;
    private final PatientStore store;
    private final PatientHistory history;
    private final PersonMarks marks;

    public PersonPatients(PatientIndex index, PatientStore store, PatientHistory history, PersonMarks marks) {
        this.marks = marks;
        this.index = index;
        this.store = store;
        this.history = history;
    }

    PatientIndex index() {
        return index;
    }

    PatientHistory history() {
        return history;
    }

    /** A Patient for an id that was merged, and the one it leads to. */
    record Former(Patient patient, Patient heir) {}

    /** Living persons, by enterprise id. */
    Map<String, Patient> of(Collection<Hit> hits) {
        var eids = hits.stream().map(Hit::eid).toList();
        var members = store.members(eids);
        var golden = index.goldenRecords(eids).stream().collect(Collectors.toMap(GoldenRecord::eid, one -> one));
        var marked = marks.of(eids);
        var patients = new HashMap<String, Patient>();
        for (var hit : hits) {
            var one = golden.get(hit.eid());
            if (one != null) {
                var patient = GoldenMapping.toPatient(one, members.getOrDefault(hit.eid(), List.of()), hit.active());
                var mark = marked.getOrDefault(hit.eid(), PersonMarks.Mark.NOTHING);
                patients.put(hit.eid(), MarkExtension.addTo(patient, mark));
            }
        }
        return patients;
    }

    Patient of(Person person) {
        return MarkExtension.addTo(
                GoldenMapping.toPatient(person), marks.of(person.golden().eid()));
    }

    /** The person of this id as the caller may see one, or what is left of an id that was merged. */
    Optional<Patient> find(String eid, Caller caller) {
        return index.findPerson(eid)
                .map(person -> person.golden().eid().equals(eid)
                        ? of(index.shownTo(caller, person))
                        : former(eid, person, caller).patient());
    }

    Optional<Former> former(String eid, Caller caller) {
        return index.findPerson(eid).map(heir -> former(eid, heir, caller));
    }

    private Former former(String eid, Person heir, Caller caller) {
        var last = history.ofPerson(eid).getFirst();
        var ended = new PatientVersion.Ended(
                eid, last.version(), last.change(), last.at(), heir.golden().eid());
        return new Former(GoldenMapping.toPatient(ended), of(index.shownTo(caller, heir)));
    }
}
