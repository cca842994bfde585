package org.hms.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hms.rules", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule KINDS_OF_JUDGEMENT_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("org.hms.rules.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule FIELDS_ARE_FINAL =
            noFields().that().doNotHaveModifier(JavaModifier.SYNTHETIC).should().notBeFinal();
}
