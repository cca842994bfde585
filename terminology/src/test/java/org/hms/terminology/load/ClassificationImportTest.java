package org.hms.terminology.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.terminology.SharedData;
import org.hms.terminology.system.SourceConcept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassificationImportTest {

    @Test
    void everyRowOfTheSpanishIcd10IsAccepted() {
        var reading = Icd10CsvImporter.read(SharedData.icd10());

        assertThat(reading.read()).isEqualTo(14_498);
        assertThat(reading.concepts()).hasSize(14_498);
        assertThat(reading.rejected()).isEmpty();
        assertThat(kinds(reading.concepts())).containsEntry("chapter", 21L);
    }

    @Test
    void icd10CodesGetTheirDotAndTheirParent() {
        var fever = Icd10CsvImporter.read(SharedData.icd10()).concepts().stream()
                .filter(concept -> concept.code().equals("R50.9"))
                .findFirst()
                .orElseThrow();

        assertThat(fever.parent()).isEqualTo("R50");
        assertThat(fever.properties())
                .containsEntry("chapter", "R00-R99")
                .containsEntry("block", "R50-R69")
                .containsEntry("kind", "category")
                .containsEntry("leaf", "true");
    }

    @Test
    void theSpanishTabulationOfIcd11HasItsRows() {
        var reading = Icd11TabulationImporter.read(SharedData.icd11Spanish());

        assertThat(reading.read()).isEqualTo(36_044);
        assertThat(reading.rejected()).isEmpty();
        assertThat(kinds(reading.concepts()))
                .containsEntry("category", 34_663L)
                .containsEntry("block", 1_353L)
                .containsEntry("chapter", 28L);
        assertThat(reading.concepts().getFirst().designations()).hasSize(2);
        assertThat(reading.adjusted()).as("without a Spanish title").hasSize(144);
    }

    @Test
    void theEnglishTabulationHasTheSameTree() {
        var english = Icd11TabulationImporter.read(SharedData.icd11English());
        var spanish = Icd11TabulationImporter.read(SharedData.icd11Spanish());

        assertThat(english.concepts())
                .extracting(concept -> concept.code() + "<" + concept.parent())
                .containsExactlyElementsOf(spanish.concepts().stream()
                        .map(concept -> concept.code() + "<" + concept.parent())
                        .toList());
    }

    @Test
    void badRowsAreRejectedWithTheirLineAndReason() {
        var file = """
                code,code_0,code_1,code_2,code_3,code_4,description,level,source
                A00-B99,,,,,,Infecciones,0,x
                A000,A00-B99,A00-A09,,,,Con padre ausente,3,x
                ???,A00-B99,,,,,Sin código,2,x
                A01,A00-B99,,,,,,2,x
                A000,A00-B99,,,,,Otra vez,3,x
                """;

        var reading = Icd10CsvImporter.read(stream(file));

        assertThat(reading.rejected()).extracting(RowIssue::line).containsExactly(4L, 5L, 6L);
        assertThat(reading.adjusted()).extracting(RowIssue::code).containsExactly("A00.0");
        assertThat(reading.concepts()).extracting(SourceConcept::code).containsExactly("A00-B99", "A00.0");
    }

    @ParameterizedTest
    @EnumSource(ClassificationFormat.class)
    void whatIsNoSuchFileYieldsNoCodes(ClassificationFormat format) {
        assertThat(format.read(stream("\u0000\u0001 no es un archivo")).concepts())
                .isEmpty();
        assertThat(format.read(stream("")).concepts()).isEmpty();
    }

    private static Map<String, Long> kinds(List<SourceConcept> concepts) {
        return concepts.stream()
                .collect(Collectors.groupingBy(
                        concept -> concept.properties().getOrDefault("kind", ""), Collectors.counting()));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
