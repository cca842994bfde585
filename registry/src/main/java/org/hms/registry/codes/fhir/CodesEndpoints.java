package org.hms.registry.codes.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.Operation.Level;
import org.hms.terminology.TerminologyService;

/** What can be asked of codes and words over FHIR; for every caller, since nothing of it is personal. */
public final class CodesEndpoints {
    private static final Set<String> GET_AND_POST = Set.of("GET", "POST");
    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/";

    /** The version of HL7's suite of tests for terminology servers with which this is tested. */
    private static final String TEST_VERSION = "1.9.0";

    private CodesEndpoints() {}

    public static List<FhirEndpoint> of(TerminologyService terminology) {
        return of(terminology, InstantSource.system());
    }

    /** The clock stamps expansions. */
    static List<FhirEndpoint> of(TerminologyService terminology, InstantSource clock) {
        var desk = new TerminologyDesk(terminology);
        return List.of(
                codeSystem(terminology, desk),
                conceptMap(terminology, desk),
                valueSet(terminology, desk, clock),
                system());
    }

    private static FhirEndpoint system() {
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
                .build();
    }

    /** Makes the answer to {@code metadata?mode=terminology} from the base URL. */
    public static Function<String, Resource> capabilities(TerminologyService terminology) {
        return new TerminologyStatement(terminology, InstantSource.system());
    }

    private static FhirEndpoint codeSystem(TerminologyService terminology, TerminologyDesk desk) {
        var reads = CodeSystemReads.of(terminology);
        var lookup = new LookupOperation(desk);
        var validate = ValidateCodeOperation.ofCodeSystem(desk);
        var subsumes = new SubsumesOperation(desk);
        return FhirEndpoint.of("CodeSystem")
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .operation("lookup", Level.TYPE, GET_AND_POST, lookup, DEFINITION + "CodeSystem-lookup")
                .operation("validate-code", Level.TYPE, GET_AND_POST, validate, DEFINITION + "CodeSystem-validate-code")
                .operation(
                        "validate-code",
                        Level.INSTANCE,
                        GET_AND_POST,
                        validate,
                        DEFINITION + "CodeSystem-validate-code")
                .operation("subsumes", Level.TYPE, GET_AND_POST, subsumes, DEFINITION + "CodeSystem-subsumes")
                .build();
    }

    private static FhirEndpoint conceptMap(TerminologyService terminology, TerminologyDesk desk) {
        var reads = ConceptMapReads.of(terminology);
        var translate = new TranslateOperation(terminology, desk);
        return FhirEndpoint.of("ConceptMap")
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .operation("translate", Level.TYPE, GET_AND_POST, translate, DEFINITION + "ConceptMap-translate")
                .operation("translate", Level.INSTANCE, GET_AND_POST, translate, DEFINITION + "ConceptMap-translate")
                .build();
    }

    private static FhirEndpoint valueSet(TerminologyService terminology, TerminologyDesk desk, InstantSource clock) {
        var reads = ValueSetReads.of(terminology);
        var expand = new ExpandOperation(desk, clock);
        var validate = ValidateCodeOperation.ofValueSet(desk);
        var batch = new BatchValidateOperation(desk);
        return FhirEndpoint.of("ValueSet")
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .operation("expand", Level.TYPE, GET_AND_POST, expand, DEFINITION + "ValueSet-expand")
                .operation("expand", Level.INSTANCE, GET_AND_POST, expand, DEFINITION + "ValueSet-expand")
                .operation("validate-code", Level.TYPE, GET_AND_POST, validate, DEFINITION + "ValueSet-validate-code")
                .operation(
                        "validate-code", Level.INSTANCE, GET_AND_POST, validate, DEFINITION + "ValueSet-validate-code")
                .operation(
                        "batch-validate-code",
                        Level.TYPE,
                        Set.of("POST"),
                        batch,
                        "http://hl7.org/fhir/uv/tx-ecosystem/OperationDefinition/ValueSet-batch-validate-code")
                .build();
    }
}
