package org.hms.registry.codes.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.codes.CanonicalStore;
import org.hms.registry.codes.ClosureStore;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.Operation.Level;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;

/** What can be asked of codes and words over FHIR, by every caller, since nothing of it is personal; and stored by editors. */
public final class CodesEndpoints implements AutoCloseable {
    private static final Set<String> GET_AND_POST = Set.of("GET", "POST");
    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/";
    private static final Role[] EDITORS = {Role.ADMIN, Role.STEWARD, Role.CODER};

    /** The version of HL7's suite of tests for terminology servers with which this is tested. */
    private static final String TEST_VERSION = "1.9.0";

    private final TerminologyService terminology;
    private final StoredResources stored;
    private final StoredResourcesFollower follower;
    private final TerminologyDesk desk;
    private final CanonicalWrites writes;
    private final ClosureStore closures;
    private final TermUse use;
    private final InstantSource clock;
    private final long longest;

    /**
     * The use counts what is asked of the lexicon; the clock stamps expansions and what is stored; no resource that is stored
     * has more than so many bytes.
     */
    public CodesEndpoints(
            TerminologyService terminology,
            CanonicalStore canonicals,
            ClosureStore closures,
            AuditTrail audit,
            TermUse use,
            InstantSource clock,
            long longest) {
        this.terminology = terminology;
        this.stored = new StoredResources(canonicals);
        this.follower = new StoredResourcesFollower(stored);
        this.desk = new TerminologyDesk(terminology, stored);
        this.writes = new CanonicalWrites(desk, stored, audit, clock);
        this.closures = closures;
        this.use = use;
        this.clock = clock;
        this.longest = longest;
    }

    /** From here on what other services on the database store is taken in too. */
    public CodesEndpoints following() {
        follower.start();
        return this;
    }

    @Override
    public void close() {
        follower.close();
    }

    public List<FhirEndpoint> all() {
        return Stream.concat(ofTypes().stream(), Stream.of(system())).toList();
    }

    /** Without what is asked of the service as a whole. */
    public List<FhirEndpoint> ofTypes() {
        return List.of(codeSystem(), conceptMap(), valueSet());
    }

    /** Makes the answer to {@code metadata?mode=terminology} from the base URL. */
    public Function<String, Resource> capabilities() {
        return new TerminologyStatement(terminology, stored, clock);
    }

    private FhirEndpoint system() {
        return FhirEndpoint.ofSystem()
                .instantiates("http://hl7.org/fhir/CapabilityStatement/terminology-server")
                .feature("http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version", TEST_VERSION)
                .feature("http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter", "true")
                .operation(
                        "versions",
                        Level.SYSTEM,
                        GET_AND_POST,
                        new VersionsOperation(),
                        DEFINITION + "CapabilityStatement-versions")
                .operation(
                        "closure",
                        Level.SYSTEM,
                        Set.of("POST"),
                        new ClosureOperation(desk, closures, clock),
                        DEFINITION + "ConceptMap-closure")
                .build();
    }

    private FhirEndpoint.Builder resource(String type, CanonicalReads own) {
        var reads = CanonicalReads.joined(type, own, stored);
        return FhirEndpoint.of(type)
                .longBodies(longest)
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .vread(writes::vread)
                .historyInstance(writes::history, List.of())
                .create(writes::create, EDITORS)
                .update(writes::update, EDITORS);
    }

    private FhirEndpoint codeSystem() {
        var validate = ValidateCodeOperation.ofCodeSystem(desk);
        var endpoint = resource("CodeSystem", CodeSystemReads.of(terminology));
        atType(endpoint, "lookup", "CodeSystem-lookup", new LookupOperation(desk, use));
        atType(endpoint, "validate-code", "CodeSystem-validate-code", validate);
        atInstance(endpoint, "validate-code", "CodeSystem-validate-code", validate);
        atType(endpoint, "subsumes", "CodeSystem-subsumes", new SubsumesOperation(desk));
        atType(endpoint, "find-matches", "CodeSystem-find-matches", new FindMatchesOperation(desk));
        return endpoint.build();
    }

    private FhirEndpoint conceptMap() {
        var translate = new TranslateOperation(terminology, desk, use);
        var endpoint = resource("ConceptMap", ConceptMapReads.of(terminology));
        atType(endpoint, "translate", "ConceptMap-translate", translate);
        atInstance(endpoint, "translate", "ConceptMap-translate", translate);
        return endpoint.build();
    }

    private FhirEndpoint valueSet() {
        var expand = new ExpandOperation(desk, clock);
        var validate = ValidateCodeOperation.ofValueSet(desk);
        var endpoint = resource("ValueSet", ValueSetReads.of(terminology));
        atType(endpoint, "expand", "ValueSet-expand", expand);
        atInstance(endpoint, "expand", "ValueSet-expand", expand);
        atType(endpoint, "validate-code", "ValueSet-validate-code", validate);
        atInstance(endpoint, "validate-code", "ValueSet-validate-code", validate);
        return endpoint.operation(
                        "batch-validate-code",
                        Level.TYPE,
                        Set.of("POST"),
                        new BatchValidateOperation(desk),
                        "http://hl7.org/fhir/uv/tx-ecosystem/OperationDefinition/ValueSet-batch-validate-code")
                .build();
    }

    private static void atType(FhirEndpoint.Builder endpoint, String name, String definition, FhirHandler handler) {
        endpoint.operation(name, Level.TYPE, GET_AND_POST, handler, DEFINITION + definition);
    }

    private static void atInstance(FhirEndpoint.Builder endpoint, String name, String definition, FhirHandler handler) {
        endpoint.operation(name, Level.INSTANCE, GET_AND_POST, handler, DEFINITION + definition);
    }
}
