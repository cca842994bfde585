package org.hms.registry.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** IHE's published FHIR packages, which lie beside the project and not in it. */
final class IhePackages {

    static final String PIXM = "ihe.iti.pixm-3.1.0";
    static final String PDQM = "ihe.iti.pdqm-3.2.0";
    static final String BALP = "ihe.iti.balp-1.1.4";
    static final String EXTENSIONS = "hl7.fhir.uv.extensions.r4-5.2.0";

    private static final Path FOLDER = Path.of("../../shared/data/ihe");
    private static final List<String> DEFINITIONS = List.of("StructureDefinition-", "ValueSet-", "CodeSystem-");

    private IhePackages() {}

    /** Skips the test, saying why, on a machine that does not have them. */
    static void assumePresent() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "SKIPPED: IHE's packages are not at " + FOLDER + ", so conformance with them is not shown here");
    }

    static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    /** Every profile, value set and code system of all packages. */
    static PrePopulatedValidationSupport definitions(FhirContext context) {
        var support = new PrePopulatedValidationSupport(context);
        for (var name : List.of(EXTENSIONS, BALP, PDQM, PIXM)) {
            var npm = open(name);
            for (var file : files(npm, "package")) {
                if (DEFINITIONS.stream().anyMatch(file::startsWith)) {
                    add(support, read(context, npm, "package", file));
                }
            }
        }
        return support;
    }

    private static void add(PrePopulatedValidationSupport support, IBaseResource definition) {
        switch (definition) {
            case StructureDefinition profile -> support.addStructureDefinition(profile);
            case ValueSet values -> support.addValueSet(values);
            case CodeSystem codes -> support.addCodeSystem(codes);
            default -> throw new IllegalStateException("No definition: " + definition.fhirType());
        }
    }

    /** A resource of a package, such as {@code CapabilityStatement-IHE.PIXm.Manager}. */
    static <T extends IBaseResource> T resource(Class<T> type, String packageName, String name) {
        return type.cast(read(FhirContext.forR4Cached(), open(packageName), "package", name + ".json"));
    }

    /** An example of a package, as text. */
    static String example(String packageName, String name) {
        return text(open(packageName), "example", name + ".json");
    }

    private static IBaseResource read(FhirContext context, NpmPackage npm, String folder, String file) {
        var json = context.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
        return json.parseResource(text(npm, folder, file));
    }

    private static String text(NpmPackage npm, String folder, String file) {
        try (var stream = npm.load(folder, file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(NpmPackage npm, String folder) {
        try {
            return npm.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NpmPackage open(String name) {
        try (var stream = Files.newInputStream(folder(name + ".tgz"))) {
            return NpmPackage.fromPackage(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
