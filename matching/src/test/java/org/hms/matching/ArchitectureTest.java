package org.hms.matching;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "org.hms.matching", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ON_EACH_OTHER_WITHOUT_CIRCLES =
            slices().matching("org.hms.matching.(*)..").should().beFreeOfCycles();

    /** Tables that grow while they are filled, and readers that go on; each is of one thread, or guards itself. */
    private static final Set<String> GROWING = Set.of(
            "batch.RecordWriter",
            "block.Bytes",
            "block.CandidateIndex",
            "block.Counts",
            "batch.RowReader",
            "table.HashNumbers$Part",
            "table.KeyList",
            "table.Neighbours",
            "table.PairWeights$Candidates",
            "table.RuleBlocks$Sizes",
            "table.TableRows",
            "train.PatternTally");

    @ArchTest
    static final ArchRule FIELDS_ARE_FINAL = noFields()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .areDeclaredInClassesThat(
                    DescribedPredicate.not(describe("grow while they are filled", ArchitectureTest::grows)))
            .should()
            .notBeFinal()
            .because("what is made is not changed, but for tables while they are filled");

    @ArchTest
    static final ArchRule WHAT_IS_NOT_FINAL_IS_PRIVATE = noFields()
            .that()
            .areNotFinal()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBePrivate();

    private static boolean grows(JavaClass type) {
        return GROWING.contains(type.getName().replace("org.hms.matching.", ""));
    }

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
