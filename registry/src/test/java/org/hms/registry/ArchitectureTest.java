package org.hms.registry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

/** The direction of the house: the domain knows no edge, edges of different kind do not meet, only the application wires. */
@AnalyzeClasses(packages = "org.hms.registry", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] EDGES = {"..store..", "..web..", "..fhir..", "..remote.."};
    private static final String[] WIRING = {"org.hms.registry", "org.hms.registry.job"};

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_WEB_NO_DATABASE_AND_NO_FHIR = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .and()
            .resideOutsideOfPackages(WIRING)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.jdbi..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.ws.rs..",
                    "io.dropwizard..",
                    "ca.uhn.fhir..",
                    "org.hl7.fhir.."));

    @ArchTest
    static final ArchRule ONLY_THE_APPLICATION_AND_ITS_COMMANDS_WIRE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .and()
            .resideOutsideOfPackages(WIRING)
            .should()
            .dependOnClassesThat(resideInAnyPackage(EDGES).and(resideInAnyPackage("org.hms..")));

    @ArchTest
    static final ArchRule EDGES_OF_DIFFERENT_KIND_DO_NOT_MEET = slices().matching("org.hms.registry.*.(*)..")
            .namingSlices("edge $1")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CIRCLES =
            slices().matching("org.hms.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_STATICS_THAT_CHANGE =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule WHAT_OTHERS_SEE_IS_FINAL = fields().that()
            .areNotPrivate()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.hms.registry.job")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NO_OLD_DATES_IN_THE_DOMAIN = noClasses()
            .that()
            .resideOutsideOfPackages("..fhir..", "..access..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule HTTP_IS_SPOKEN_AT_THE_EDGE =
            classes().that().areAnnotatedWith(Path.class).should().resideInAnyPackage("..web..", "..fhir..");
}
