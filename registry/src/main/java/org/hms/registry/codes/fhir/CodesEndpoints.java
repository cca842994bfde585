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

    private CodesEndpoints() {}

    public static List<FhirEndpoint> of(TerminologyService terminology) {
        return of(terminology, InstantSource.system());
    }

    /** The clock stamps expansions. */
    static List<FhirEndpoint> of(TerminologyService terminology, InstantSource clock) {
        return List.of(codeSystem(terminology), conceptMap(terminology), valueSet(terminology, clock));
    }

    /** Makes the answer to {@code metadata?mode=terminology} from the base URL. */
    public static Function<String, Resource> capabilities(TerminologyService terminology) {
        return new TerminologyStatement(terminology, InstantSource.system());
    }

    private static FhirEndpoint codeSystem(TerminologyService terminology) {
        var reads = CodeSystemReads.of(terminology);
        var lookup = new LookupOperation(terminology);
        var validate = ValidateCodeOperation.ofCodeSystem(terminology);
        var subsumes = new SubsumesOperation(terminology);
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

    private static FhirEndpoint conceptMap(TerminologyService terminology) {
        var reads = ConceptMapReads.of(terminology);
        var translate = new TranslateOperation(terminology);
        return FhirEndpoint.of("ConceptMap")
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .operation("translate", Level.TYPE, GET_AND_POST, translate, DEFINITION + "ConceptMap-translate")
                .operation("translate", Level.INSTANCE, GET_AND_POST, translate, DEFINITION + "ConceptMap-translate")
                .build();
    }

    private static FhirEndpoint valueSet(TerminologyService terminology, InstantSource clock) {
        var reads = ValueSetReads.of(terminology);
        var expand = new ExpandOperation(terminology, clock);
        var validate = ValidateCodeOperation.ofValueSet(terminology);
        return FhirEndpoint.of("ValueSet")
                .read(reads::read)
                .search(reads::search, CanonicalReads.PARAMETERS)
                .operation("expand", Level.TYPE, GET_AND_POST, expand, DEFINITION + "ValueSet-expand")
                .operation("expand", Level.INSTANCE, GET_AND_POST, expand, DEFINITION + "ValueSet-expand")
                .operation("validate-code", Level.TYPE, GET_AND_POST, validate, DEFINITION + "ValueSet-validate-code")
                .operation(
                        "validate-code", Level.INSTANCE, GET_AND_POST, validate, DEFINITION + "ValueSet-validate-code")
                .build();
    }
}
