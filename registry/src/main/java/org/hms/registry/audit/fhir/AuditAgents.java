package org.hms.registry.audit.fhir;

import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;

/** Who took part in an event: the client, this registry, and the person before the client when it was one. */
final class AuditAgents {

    /** Callers are named in this system by the subject of their token. */
    static final String CALLERS = "https://registry.hms.gov.py/id/caller";

    private static final String ROLES = "https://registry.hms.gov.py/fhir/CodeSystem/role";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final Map<String, String> REASON_NAMES = Map.of(
            "TREAT", "treatment",
            "ETREAT", "Emergency Treatment",
            "HPAYMT", "healthcare payment",
            "HOPERAT", "healthcare operations",
            "HSYSADMIN", "health system administration",
            "HRESCH", "healthcare research",
            "PATRQT", "patient requested",
            "PUBHLTH", "public health");
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final Set<Role> PEOPLE = Set.of(Role.ADMIN, Role.STEWARD, Role.CODER, Role.READER, Role.AUDITOR);
    private static final String REGISTRY = "HMS Registry";

    private AuditAgents() {}

    /** In a read and a disclosure the data go from here to the client, else from the client to here. */
    static void addTo(AuditEvent event, Caller caller, Deeds deed, String base) {
        boolean outwards = deed.shape() == Deeds.Shape.READ;
        var source = DICOM + "|110153|Source Role ID";
        var destination = DICOM + "|110152|Destination Role ID";
        boolean disclosed = deed.shape() == Deeds.Shape.DISCLOSURE;
        event.addAgent(client(caller, outwards || disclosed ? destination : source));
        event.addAgent(registry(base, outwards || disclosed ? source : destination));
        if (PEOPLE.contains(caller.role())) {
            boolean writes = deed.done() == AuditEventAction.C
                    || deed.done() == AuditEventAction.U
                    || deed.done() == AuditEventAction.D;
            event.addAgent(person(caller, writes ? "AUT" : "IRCP"));
        }
        event.getSource()
                .setObserver(self())
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        event.addPurposeOfEvent(purpose(caller.purpose()));
    }

    private static AuditEventAgentComponent client(Caller caller, String type) {
        var agent = agent(type).setWho(named(caller)).setRequestor(!PEOPLE.contains(caller.role()));
        addRole(agent, caller);
        if (caller.address() == null) {
            agent.getNetwork().getAddressElement().addExtension(ABSENT, new CodeType("unknown"));
        } else {
            agent.getNetwork().setAddress(caller.address()).setType(AuditEventAgentNetworkType._2);
        }
        if (caller.source() != null) {
            agent.setAltId(caller.source());
        }
        return agent;
    }

    private static AuditEventAgentComponent registry(String base, String type) {
        var agent = agent(type).setWho(self()).setRequestor(false);
        agent.getNetwork().setAddress(base).setType(AuditEventAgentNetworkType._5);
        return agent;
    }

    private static AuditEventAgentComponent person(Caller caller, String participation) {
        var agent = agent(PARTICIPATION + "|" + participation + "|")
                .setWho(named(caller))
                .setRequestor(true);
        addRole(agent, caller);
        return agent.addPurposeOfUse(purpose(caller.purpose()));
    }

    private static AuditEventAgentComponent agent(String type) {
        var parts = type.split("\\|", -1);
        var coding = new Coding(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2]);
        return new AuditEventAgentComponent().setType(new CodeableConcept(coding));
    }

    private static void addRole(AuditEventAgentComponent agent, Caller caller) {
        agent.addRole(new CodeableConcept(new Coding(ROLES, caller.role().code(), null)));
    }

    private static Reference self() {
        return new Reference().setDisplay(REGISTRY);
    }

    private static Reference named(Caller caller) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(CALLERS).setValue(caller.subject()))
                .setDisplay(caller.subject());
    }

    private static CodeableConcept purpose(String purpose) {
        @Nullable String name = REASON_NAMES.get(purpose);
        return name == null
                ? new CodeableConcept().setText(purpose)
                : new CodeableConcept(new Coding(REASONS, purpose, name));
    }
}
