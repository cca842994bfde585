package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.system.CodeLookup;

/** <a href="https://hl7.org/fhir/R4/codesystem-operation-lookup.html">CodeSystem/$lookup</a>. */
final class LookupOperation implements FhirHandler {
    private static final Set<String> PARAMETERS =
            Set.of("code", "system", "version", "coding", "displayLanguage", "property");

    private final TerminologyService terminology;

    LookupOperation(TerminologyService terminology) {
        this.terminology = terminology;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var coding = AskedCoding.of(input, "code", "coding");
        var system = new LoadedSystems(terminology).require(coding.requireSystem(), coding.version());
        var found = terminology
                .lookup(system.url(), system.version(), coding.code())
                .orElseThrow(() ->
                        FhirProblem.notFound("The code system has no such code").at(OperationInput.place("code")));
        var answer = new Parameters()
                .addParameter("name", LoadedSystems.nameOf(system))
                .addParameter("version", found.version())
                .addParameter("display", found.displayIn(input.language()));
        addDesignations(answer, found, input.texts("property"));
        addProperties(answer, found, input.texts("property"));
        return FhirAnswer.ok(answer);
    }

    private static void addDesignations(Parameters answer, CodeLookup found, List<String> wanted) {
        if (!isWanted("designation", wanted)) {
            return;
        }
        for (var designation : Designations.shown(found.designations())) {
            var part = answer.addParameter().setName("designation");
            part.addPart().setName("language").setValue(new CodeType(designation.language()));
            part.addPart().setName("use").setValue(Designations.use(designation));
            part.addPart().setName("value").setValue(new StringType(designation.text()));
        }
    }

    private static void addProperties(Parameters answer, CodeLookup found, List<String> wanted) {
        if (found.parent() != null && isWanted("parent", wanted)) {
            addProperty(answer, "parent", new CodeType(found.parent()));
        }
        new TreeMap<>(found.properties()).forEach((name, value) -> {
            if (isWanted(name, wanted) && !value.isBlank()) {
                addProperty(answer, name, new StringType(value));
            }
        });
    }

    private static void addProperty(Parameters answer, String name, Type value) {
        var part = answer.addParameter().setName("property");
        part.addPart().setName("code").setValue(new CodeType(name));
        part.addPart().setName("value").setValue(value);
    }

    private static boolean isWanted(String property, List<String> wanted) {
        return wanted.isEmpty() || wanted.contains(property);
    }
}
