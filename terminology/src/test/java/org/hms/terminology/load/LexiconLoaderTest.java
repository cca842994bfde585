package org.hms.terminology.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.rdf.Finding;
import org.junit.jupiter.api.Test;

class LexiconLoaderTest {

    @Test
    void theWholeLexiconIsRead() {
        var reading = LexiconLoader.read(SharedData.lexicon());

        assertThat(reading.rows()).isEqualTo(1063);
        assertThat(reading.concepts()).hasSize(1063);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.adjustments()).hasSize(11);
    }

    @Test
    void theDeprecatedTagForSanapanaIsReplaced() {
        assertThat(LexiconLoader.read(SharedData.lexicon()).concepts().stream()
                        .flatMap(concept -> concept.designations().stream())
                        .map(Designation::language))
                .contains("spn")
                .doesNotContain("sap");
    }

    @Test
    void aRowBecomesAConceptWithItsWordsAndMappings() {
        var concept =
                LexiconLoader.read(LexiconFile.of(LexiconFile.FEVER)).concepts().getFirst();

        assertThat(concept.preferred().text()).isEqualTo("akãnundu");
        assertThat(concept.designations())
                .extracting(Designation::text)
                .containsExactly("akãnundu", "akanundu", "che akãnundu", "fiebre");
        assertThat(concept.mappings()).hasSize(3);
        assertThat(concept.mappings().getFirst().relation()).isEqualTo(MappingRelation.CLOSE);
    }

    @Test
    void aFolkIllnessIsAtMostRelatedToACodeAndTheLoadSaysSo() {
        var reading = LexiconLoader.read(LexiconFile.of(LexiconFile.EVIL_EYE));

        assertThat(reading.concepts().getFirst().mappings().getFirst().relation())
                .isEqualTo(MappingRelation.RELATED);
        assertThat(reading.adjustments()).extracting(Finding::focus).containsExactly("GN9002");
    }

    @Test
    void rowsThatCannotBeReadAreFindings() {
        var reading = LexiconLoader.read(LexiconFile.of(
                LexiconFile.FEVER.replace(",high,", ",sure,"),
                LexiconFile.EVIL_EYE.replace("exact", "same"),
                LexiconFile.MBYA_FEVER,
                LexiconFile.MBYA_FEVER));

        assertThat(reading.findings())
                .extracting(Finding::path)
                .containsExactly("confidence", "icd10_relation", "concept_id");
    }

    @Test
    void aFileWithoutTheColumnsIsRefused() {
        var file = new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(LexiconLoader.read(file).findings())
                .hasSize(17)
                .allMatch(finding -> finding.focus().equals("header"));
    }
}
