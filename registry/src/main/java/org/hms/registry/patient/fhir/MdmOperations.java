package org.hms.registry.patient.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Operation.Level;
import org.hms.registry.patient.IdentityLinks;
import org.hms.registry.patient.IdentityLinks.IdentityLink;
import org.hms.registry.patient.IdentityLinks.Origin;
import org.hms.registry.patient.IdentityLinks.Past;
import org.hms.registry.patient.IdentityLinks.Result;

/**
 * HAPI's operations on links, under the names its users know
 * (<a href="https://hapifhir.io/hapi-fhir/docs/server_jpa_mdm/mdm_operations.html">MDM operations</a>): which record belongs to which
 * person, and since when. Links are derived here, so there is none to create or to update: a steward decides instead.
 */
public final class MdmOperations {

    private static final Role[] ASK = {Role.ADMIN, Role.STEWARD};
    private static final Set<String> METHODS = Set.of("GET", "POST");
    static final String DEFINITIONS = "https://registry.hms.gov.py/fhir/OperationDefinition/";

    private final IdentityLinks links;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MdmOperations(IdentityLinks links, AuditTrail audit, InstantSource clock) {
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** They are asked of the system as a whole. */
    public FhirEndpoint endpoint() {
        return FhirEndpoint.ofSystem()
                .operation("mdm-query-links", Level.SYSTEM, METHODS, this::query, DEFINITIONS + "mdm-query-links", ASK)
                .operation(
                        "mdm-link-history", Level.SYSTEM, METHODS, this::history, DEFINITIONS + "mdm-link-history", ASK)
                .build();
    }

    private FhirAnswer query(FhirRequest request) {
        var asked =
                MdmQuestion.of(request, "goldenResourceId", "resourceId", "matchResult", "linkSource", "resourceType");
        requirePatients(asked);
        var wanted = new IdentityLinks.Wanted(
                asked.id("goldenResourceId"),
                asked.id("resourceId"),
                asked.oneOf("matchResult", Result.class),
                asked.oneOf("linkSource", Origin.class));
        var found = links.find(wanted, asked.count(), asked.offset());
        var page = found.stream().limit(asked.count()).toList();
        record(request, page.stream().flatMap(link -> Stream.of(link.recordId(), link.eid())));
        var answer = new Parameters();
        if (asked.offset() > 0) {
            page(request, asked, answer, "prev", Math.max(0, asked.offset() - asked.count()));
        }
        page(request, asked, answer, "self", asked.offset());
        if (found.size() > page.size()) {
            page(request, asked, answer, "next", asked.offset() + asked.count());
        }
        page.forEach(link -> add(answer.addParameter().setName("link"), link));
        return FhirAnswer.ok(answer);
    }

    private FhirAnswer history(FhirRequest request) {
        var asked = MdmQuestion.of(request, "goldenResourceId", "resourceId", "sourceResourceId");
        var eids = asked.ids("goldenResourceId");
        var records = Stream.concat(asked.ids("resourceId").stream(), asked.ids("sourceResourceId").stream())
                .toList();
        if (eids.isEmpty() && records.isEmpty()) {
            throw FhirProblem.required("A goldenResourceId or a resourceId is needed", "goldenResourceId");
        }
        var found = links.history(eids, records);
        record(request, found.stream().flatMap(past -> Stream.of(past.recordId(), past.eid())));
        var answer = new Parameters();
        found.forEach(past -> add(answer.addParameter().setName("historical link"), past));
        return FhirAnswer.ok(answer);
    }

    private static void requirePatients(MdmQuestion asked) {
        var type = asked.first("resourceType");
        if (type != null && !type.equals("Patient")) {
            throw FhirProblem.invalid("Only Patients are linked here", "resourceType");
        }
    }

    private static void page(FhirRequest request, MdmQuestion asked, Parameters answer, String relation, int offset) {
        answer.addParameter()
                .setName(relation)
                .setValue(new UriType(request.base() + "/$mdm-query-links?" + asked.query() + "_offset=" + offset
                        + "&_count=" + asked.count()));
    }

    private static void add(ParametersParameterComponent answer, IdentityLink link) {
        part(answer, "goldenResourceId", new StringType("Patient/" + link.eid()));
        part(answer, "sourceResourceId", new StringType("Patient/" + link.recordId()));
        part(answer, "matchResult", new StringType(link.result().name()));
        part(answer, "linkSource", new StringType(link.origin().name()));
        part(answer, "eidMatch", new BooleanType(false));
        part(answer, "hadToCreateNewResource", new BooleanType(link.alone()));
        var probability = link.probability();
        if (probability != null) {
            part(answer, "score", new DecimalType(BigDecimal.valueOf(probability)));
        }
        part(answer, "linkCreated", millis(link.since()));
        part(answer, "linkUpdated", millis(link.since()));
    }

    private static void add(ParametersParameterComponent answer, Past past) {
        part(answer, "goldenResourceId", new StringType("Patient/" + past.eid()));
        part(answer, "revisionTimestamp", new StringType(past.at().toString()));
        part(answer, "sourceResourceId", new StringType("Patient/" + past.recordId()));
        part(answer, "matchResult", new StringType(past.result().name()));
        part(answer, "linkCreated", millis(past.since()));
        part(answer, "linkUpdated", millis(past.at()));
    }

    private static DecimalType millis(Instant at) {
        return new DecimalType(BigDecimal.valueOf(at.toEpochMilli()));
    }

    private static void part(ParametersParameterComponent answer, String name, Type value) {
        answer.addPart().setName(name).setValue(value);
    }

    private void record(FhirRequest request, Stream<String> subjects) {
        List<String> about = subjects.distinct().toList();
        audit.record(new AuditEntry(clock.instant(), request.caller(), "links", "Patient", about, "success"));
    }
}
