package org.hms.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hms.matching", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ON_EACH_OTHER_WITHOUT_CIRCLES =
            slices().matching("org.hms.matching.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FIELDS_ARE_FINAL = noFields()
            .that()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal();

    @ArchTest
    static final ArchRule ONLY_THE_INDEX_KNOWS_LUCENE = noClasses()
            .that()
            .resideOutsideOfPackage("org.hms.matching.block")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule THE_LIBRARY_KEEPS_SILENT =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
