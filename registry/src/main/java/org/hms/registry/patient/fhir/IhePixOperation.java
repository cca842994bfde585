package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.RedactedQuery;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.SourceRecord;

/** <a href="https://profiles.ihe.net/ITI/PIXm/ITI-83.html">Patient/$ihe-pix, ITI-83</a>: under which ids do others know them? */
public final class IhePixOperation implements FhirHandler {

    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    public IhePixOperation(PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var question = PixQuestion.of(request);
        var source = source(question, request);
        var targets = targets(question);
        var eids = eidsOf(source, request);
        if (eids.isEmpty()) {
            throw FhirProblem.notFound("sourceIdentifier Patient Identifier not found");
        }
        audit.record(new AuditEntry(
                        clock.instant(), request.caller(), "cross-reference", "Patient", List.copyOf(eids), "success")
                .asked(RedactedQuery.of(request, "Patient/$ihe-pix")));
        var answer = new Parameters();
        for (var identifier : otherIdentifiers(request.caller(), eids, source, targets)) {
            answer.addParameter()
                    .setName("targetIdentifier")
                    .setValue(new Identifier().setSystem(identifier.system()).setValue(identifier.value()));
        }
        if (targets.isEmpty() || targets.contains(IdentifierSystems.ENTERPRISE_ID)) {
            eids.stream()
                    .filter(eid -> !source.value().equals("Patient/" + eid))
                    .forEach(
                            eid -> answer.addParameter().setName("targetId").setValue(new Reference("Patient/" + eid)));
        }
        return FhirAnswer.ok(answer);
    }

    private org.hms.matching.person.Identifier source(PixQuestion question, FhirRequest request) {
        var system = index.canonical(Objects.requireNonNull(question.source().system()));
        if (!ours(system, request)
                && !system.equals(IdentifierSystems.ENTERPRISE_ID)
                && !index.knowsIdentifierSystem(system)) {
            throw FhirProblem.codeInvalid(400, "sourceIdentifier Assigning Authority not found")
                    .at("sourceIdentifier");
        }
        return new org.hms.matching.person.Identifier(system, question.source().code());
    }

    /** This server is a domain too: its identifiers are {@code Patient/[id]}. */
    private static boolean ours(String system, FhirRequest request) {
        return system.equals(request.base());
    }

    private Set<String> targets(PixQuestion question) {
        var targets =
                question.targets().stream().map(index::canonical).collect(Collectors.toCollection(LinkedHashSet::new));
        for (var target : targets) {
            if (!target.equals(IdentifierSystems.ENTERPRISE_ID) && !index.knowsIdentifierSystem(target)) {
                throw FhirProblem.codeInvalid(403, "targetSystem not found").at("targetSystem");
            }
        }
        return targets;
    }

    private Collection<String> eidsOf(org.hms.matching.person.Identifier source, FhirRequest request) {
        if (ours(source.system(), request)) {
            var id = source.value().replaceFirst("^Patient/", "");
            return index.findPersonOf(id).or(() -> Optional.of(id)).flatMap(index::findPerson).stream()
                    .map(person -> person.golden().eid())
                    .toList();
        }
        return source.system().equals(IdentifierSystems.ENTERPRISE_ID)
                ? index.findPerson(source.value()).map(person -> person.golden().eid()).stream()
                        .toList()
                : index.findPersonsWith(source);
    }

    /** All they are known by, but for what was asked with (PIXm forbids to give that back). */
    private Set<org.hms.matching.person.Identifier> otherIdentifiers(
            Caller caller, Collection<String> eids, org.hms.matching.person.Identifier source, Set<String> targets) {
        return eids.stream()
                .flatMap(eid -> index.findPerson(eid).stream())
                .flatMap(person -> index.shownTo(caller, person).members().stream())
                .filter(SourceRecord::active)
                .flatMap(record -> Stream.concat(
                        Stream.of(new org.hms.matching.person.Identifier(
                                record.key().system(), record.key().value())),
                        record.demographics().identifiers().stream()))
                .filter(identifier -> !identifier.equals(source))
                .filter(identifier -> targets.isEmpty() || targets.contains(identifier.system()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
