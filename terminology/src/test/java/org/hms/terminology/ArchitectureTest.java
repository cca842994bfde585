package org.hms.terminology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;

@AnalyzeClasses(packages = "org.hms.terminology", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What the build makes of a grammar. */
    private static final String GENERATED = "org.hms.terminology.ecl.grammar..";

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("org.hms.terminology.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheStoreKnowsJena = noClasses()
            .that()
            .resideOutsideOfPackage("org.hms.terminology.rdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena..");

    @ArchTest
    static final ArchRule onlySearchAndCompiledSystemsKnowLucene = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.hms.terminology.search..", "org.hms.terminology.system..", "org.hms.terminology.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule theWordsKnowNobody = noClasses()
            .that()
            .resideInAnyPackage("org.hms.terminology.concept..", "org.hms.terminology.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hms.terminology.rdf..",
                    "org.hms.terminology.load..",
                    "org.hms.terminology.search..",
                    "org.hms.terminology.system..",
                    "org.hms.terminology.translate..");

    @ArchTest
    static final ArchRule nobodyEntersThroughTheDoorFromInside = noClasses()
            .that()
            .resideInAPackage("org.hms.terminology.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hms.terminology");

    @ArchTest
    static final ArchRule nobodyUsesOldDates =
            noClasses().should().dependOnClassesThat().areAssignableTo(Date.class);

    @ArchTest
    static final ArchRule staticFieldsDoNotChange = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule onlyTheLanguageKnowsItsGrammar = noClasses()
            .that()
            .resideOutsideOfPackages("org.hms.terminology.ecl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GENERATED, "org.antlr..");
}
