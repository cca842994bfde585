package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each requirement of IHE's CapabilityStatements, looked for in what a running registry says it offers. */
@ExtendWith(SharedRegistry.class)
final class IheCapabilitiesIT {

    /** What a statement lists and its profile's text does not ask for, with the reason. */
    private static final Map<String, String> WAIVED = Map.of(
            "interaction search-system",
            "ITI-78 and ITI-119 go to [base]/Patient; the text of PDQm names no search of all types");

    private static Asking asking;
    private static CapabilityStatement offered;

    @BeforeAll
    static void ask(RunningRegistry registry) {
        IhePackages.assumePresent();
        asking = new Asking(registry);
        offered = Asking.parsed(CapabilityStatement.class, asking.get("/fhir/metadata"));
    }

    private static Stream<String> requirements(String packageName, String statement) {
        if (!Files.exists(IhePackages.folder(packageName + ".tgz"))) {
            return Stream.of("(no package here)");
        }
        return lines(IhePackages.resource(CapabilityStatement.class, packageName, statement)).stream()
                .filter(line -> !WAIVED.containsKey(line));
    }

    static Stream<String> ofThePixmManager() {
        return requirements(IhePackages.PIXM, "CapabilityStatement-IHE.PIXm.Manager");
    }

    static Stream<String> ofThePdqmSupplier() {
        return requirements(IhePackages.PDQM, "CapabilityStatement-IHE.PDQm.PatientDemographicsSupplier")
                .filter(line -> !line.startsWith("Patient exact "));
    }

    static Stream<String> ofThePdqmSupplierWhoMatches() {
        return requirements(IhePackages.PDQM, "CapabilityStatement-IHE.PDQm.PatientDemographicsSupplierMatch")
                .filter(line -> line.contains("operation"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThePixmManager")
    void whatAManagerOfPixmMustOfferIsOffered(String requirement) {
        assertThat(lines(offered)).contains(requirement);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThePdqmSupplier")
    void whatASupplierOfPdqmMustOfferIsOffered(String requirement) {
        assertThat(lines(offered)).contains(requirement);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofThePdqmSupplierWhoMatches")
    void whatASupplierOfPdqmWithTheMatchOptionMustOfferIsOffered(String requirement) {
        assertThat(lines(offered)).contains(requirement);
    }

    /** FHIR has no place for modifiers in a CapabilityStatement, so each {@code :exact} is asked for. */
    static Stream<String> exactParameters() {
        return requirements(IhePackages.PDQM, "CapabilityStatement-IHE.PDQm.PatientDemographicsSupplier")
                .filter(line -> line.startsWith("Patient exact "))
                .map(line -> line.substring("Patient exact ".length()));
    }

    @ParameterizedTest(name = "{0}:exact")
    @MethodSource("exactParameters")
    void everyTextParameterUnderstandsExact(String parameter) {
        var answer = asking.get("/fhir/Patient?" + parameter + ":exact=Nadie%20Se%20Llama%20As%C3%AD");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void bothFormatsAreSpokenAndAThirdIsRefused() {
        var xml = asking.get("/fhir/metadata?_format=application/fhir%2Bxml");

        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body()).contains("<CapabilityStatement");
        assertThat(IheValidator.errors(xml.body())).isEmpty();
        assertThat(asking.get("/fhir/Patient?identifier=urn:oid:1%7C1&_format=text/csv")
                        .statusCode())
                .isEqualTo(406);
    }

    private static List<String> lines(CapabilityStatement statement) {
        var lines = new ArrayList<String>();
        statement.getFormat().forEach(format -> lines.add("format " + format.getValue()));
        var rest = statement.getRestFirstRep();
        rest.getInteraction()
                .forEach(one -> lines.add("interaction " + one.getCode().toCode()));
        rest.getResource().stream()
                .filter(resource -> resource.getType().equals("Patient"))
                .forEach(resource -> add(resource, lines));
        return lines;
    }

    private static void add(CapabilityStatementRestResourceComponent patient, List<String> lines) {
        patient.getSupportedProfile().stream()
                .map(PrimitiveType::getValue)
                .forEach(profile -> lines.add("Patient profile " + profile));
        patient.getInteraction()
                .forEach(one -> lines.add("Patient interaction " + one.getCode().toCode()));
        patient.getOperation().forEach(one -> lines.add("Patient operation " + one.getDefinition()));
        for (var parameter : patient.getSearchParam()) {
            var name = parameter.getName();
            lines.add(
                    name.endsWith(":exact")
                            ? "Patient exact " + name.replace(":exact", "")
                            : "Patient parameter " + name + " of type "
                                    + parameter.getType().toCode());
        }
        if (patient.getConditionalCreate()) {
            lines.add("Patient conditional create");
        }
        if (patient.getConditionalUpdate()) {
            lines.add("Patient conditional update");
        }
        if (patient.getConditionalDelete() == ConditionalDeleteStatus.SINGLE) {
            lines.add("Patient conditional delete of one");
        }
    }
}
