package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.compile.SampleSystems;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ComposedContent;
import org.hms.terminology.expand.ExpandedConcept;
import org.hms.terminology.expand.ValueSetExpander;
import org.hms.terminology.expand.ValueSetExpander.Limits;
import org.hms.terminology.load.icd11.Icd11AxesImporter;
import org.hms.terminology.load.icd11.InventedRelease;
import org.hms.terminology.validate.AskedCode;
import org.hms.terminology.validate.AskedConcept;
import org.hms.terminology.validate.CodeSystemChoice;
import org.hms.terminology.validate.CodeValidation;
import org.hms.terminology.validate.CodeValidator;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clusters of made-up codes, judged by the axes of {@link InventedRelease}. */
class Icd11AxisRulesTest {
    private static final List<String> STEMS = List.of("Q1", "Q1.Z", "Q2", "Q3", "Q4", "Q5");
    private static final List<String> EXTENSIONS = List.of(
            "XL", "XR", "XA1", "XA2", "XPB1", "XP1", "XP2", "XPB2", "XG1", "XG2", "XG3", "XG4", "XY1", "XY2", "XY3",
            "XX1");

    @TempDir
    Path directory;

    private CodeSystemLibrary library;

    @BeforeEach
    void publish() throws IOException {
        library = CodeSystemLibrary.open(directory.resolve("systems"));
        library.publish(InventedRelease.tabulation());
        var file = Files.writeString(directory.resolve("entities.jsonl"), InventedRelease.lines());
        library.publish(Icd11AxesImporter.read(file, release()).release());
    }

    @AfterEach
    void close() {
        library.close();
    }

    private CompiledCodeSystem release() {
        return library.find(SystemUri.ICD_11, null).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // beneath one of the values of an axis
                "Q1&XL, -",
                "Q1&XA2, -",
                "Q1.Z&XL, -",
                "Q1.Z&XA1, 'XA1 is a value of no axis of the stem code Q1.Z'",
                "Q3&XL, 'XL is a value of no axis of the stem code Q3'",
                "Q1/Q3&XL, 'XL is a value of no axis of the stem code Q3'",
                // how many an axis takes
                "Q1&XL&XR, 'Of XL and XR, the axis laterality of Q1 takes one'",
                "Q1&XL/Q1&XR, -",
                // a value of the part of the body, which has a side of its own
                "Q1&XA1&XL&XR, -",
                "Q1&XA2&XL&XR, 'takes one'",
                "Q3&XA1&XL, 'XA1 is a value of no axis'",
                // one thing named as values: blocks are what stands beneath it
                "Q1&XP1&XPB2, -",
                "Q1&XP1&XP2, 'Of XP1 and XP2, the axis placeOfOccurrence of Q1 takes one'",
                "Q1&XPB1&XP2, 'takes one'",
                // several things named as values: they are the blocks
                "Q1&XG1&XG2, 'Of XG1 and XG2, the axis infectiousAgent of Q1 takes one'",
                "Q1&XG1&XG3, -",
                // a value that two axes could have makes room for one that only the first has
                "Q1&XG3&XG4, -",
                "Q1&XG3&XG4&XG1, -",
                // what is said of any stem, one of each kind
                "Q3&XY1&XY3&XX1, -",
                "Q3&XY1&XY2, 'Of XY1 and XY2 a stem takes one'",
                "Q1&XL&XY1, -",
                "Q5&XY1, -",
                "Q5&XY1&XY3, 'Of XY1 and XY3, the axis descriptor of Q5 takes one'",
                // what must be said
                "Q2, 'Q2 says too little without a value of its axis hasCausingCondition'",
                "Q2&XY1, 'Q2 says too little'",
                "Q2/Q1, 'Q2 says too little'",
                "Q2/C1, -",
                "C1.1/Q2, -",
                "Q2&XP1, -",
                "Q2&XP1&XP2, -",
                "Q1/Q2&XY1/C1.1, -",
                // axes that nobody knows
                "Q4&XL, -",
                "Q4&XA1&XP1, -",
                "Q4&XL&XR, 'Of XL and XR a stem takes one'",
            })
    void aClusterIsJudgedByTheAxesOfItsStemCodes(String cluster, @Nullable String fault) {
        var found = new Icd11Clusters(release()).fault(cluster);

        if (fault == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.orElse("")).contains(fault);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFaultNeverDependsOnTheOrderOfExtensionCodes(long seed) {
        var random = new Random(seed);
        var clusters = new Icd11Clusters(release());
        var faults = 0;
        for (var round = 0; round < 2_000; round++) {
            var stem = STEMS.get(random.nextInt(STEMS.size()));
            var extensions = new ArrayList<>(EXTENSIONS);
            Collections.shuffle(extensions, random);
            var some = extensions.subList(0, 1 + random.nextInt(5));
            var fault = clusters.fault(stem + "&" + String.join("&", some) + "/C1");
            Collections.shuffle(some, random);

            assertThat(clusters.fault(stem + "&" + String.join("&", some) + "/C1"))
                    .isEqualTo(fault);
            faults += fault.isPresent() ? 1 : 0;
        }
        assertThat(faults).isBetween(200, 1_900);
    }

    @Test
    void aPlainCodeThatMustHaveAValueIsNoneByItselfUnlessSuchAreAllowedOrListed() {
        var whole = whole();
        var filtered = valueSet(SampleSystems.filtered(SystemUri.ICD_11, new ConceptFilter("concept", "is-a", "100")));
        var listed = valueSet(SampleSystems.listed(SystemUri.ICD_11, "Q1", "Q2"));

        assertThat(validate("Q2", null, whole).result()).isFalse();
        assertThat(validate("Q2", null, whole).issues())
                .anySatisfy(issue -> assertThat(issue.message().literal())
                        .isEqualTo("The code Q2 says too little without a value of its axis hasCausingCondition"));
        assertThat(validate("Q2", false, whole).result()).isFalse();
        assertThat(validate("Q2", null, filtered).result()).isFalse();
        assertThat(validate("Q2", true, whole).result()).isTrue();
        assertThat(validate("Q2", null, listed).result()).isTrue();
        assertThat(validate("Q1", null, whole).result()).isTrue();
        assertThat(validate("Q4", null, whole).result()).isTrue();
    }

    @Test
    void anExpansionHasSuchACodeAndMarksIt() {
        var expansion = new ValueSetExpander(
                        SampleSystems.resolution(library::contentsOf), TerminologyParameters.NONE, new Limits(100, 100))
                .expand(valueSet(SampleSystems.listed(SystemUri.ICD_11, "Q1", "Q2", "Q2/C1")));

        assertThat(expansion.contains())
                .extracting(ExpandedConcept::code, ExpandedConcept::isAbstract)
                .containsExactly(tuple("Q1", false), tuple("Q2", true), tuple("Q2/C1", false));
    }

    @Test
    void aRightClusterSaysWhetherAxesWereAsked() {
        var content = ComposedContent.of(release());

        assertThat(content.expression("Q1&XL/Q3").orElseThrow().remark()).contains("agree with the axes");
        assertThat(content.expression("Q1&XL/Q4").orElseThrow().remark()).contains("has not been checked");
        assertThat(validate("Q2/C1", null, whole()).result()).isTrue();
        assertThat(validate("Q2&XY1", null, whole()).result()).isFalse();
    }

    private static ValueSetDefinition valueSet(ConceptSelection include) {
        return SampleSystems.valueSet("http://example.org/vs", List.of(include), List.of());
    }

    private ValueSetDefinition whole() {
        return CodeSystemChoice.of(
                SampleSystems.resolution(library::contentsOf),
                new AskedConcept(AskedConcept.Form.CODE, List.of()),
                SystemUri.ICD_11,
                null);
    }

    private CodeValidation validate(String code, @Nullable Boolean abstractAllowed, ValueSetDefinition valueSet) {
        var asked =
                new AskedConcept(AskedConcept.Form.CODE, List.of(new AskedCode(SystemUri.ICD_11, null, code, null)));
        var flags = new TerminologyParameters.Flags(
                null, null, null, null, null, null, null, abstractAllowed, false, false, false);
        return new CodeValidator(
                        SampleSystems.resolution(library::contentsOf),
                        TerminologyParameters.NONE.withFlags(flags),
                        valueSet)
                .validate(asked);
    }
}
