package org.hms.terminology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.system.SourceConcept;
import org.junit.jupiter.api.Test;

class ClamlImporterTest {
    private static final Path SAMPLE = Path.of("../../shared/data/terminology/claml/icd10-claml-sample.xml");

    private static final String CLASSIFICATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE ClaML SYSTEM "ClaML.dtd">
            <ClaML version="2.0.0">
              <Modifier code="M4"><SubClass code=".0"/></Modifier>
              <ModifierClass code=".0" modifier="M4"><SuperClass code="M4"/>
                <Rubric kind="preferred"><Label xml:lang="es">aguda</Label></Rubric></ModifierClass>
              <ModifierClass code=".1" modifier="M4"><SuperClass code="M4"/>
                <Rubric kind="preferred"><Label xml:lang="es">crónica</Label></Rubric></ModifierClass>
              <Class code="I" kind="chapter">
                <Rubric kind="preferred"><Label xml:lang="es">Capítulo</Label></Rubric></Class>
              <Class code="A00" kind="category" usage="dagger"><SuperClass code="I"/><ModifiedBy code="M4"/>
                <Rubric kind="preferred"><Label xml:lang="es">Fiebre <Reference>B99</Reference> de prueba</Label></Rubric>
                <Rubric kind="inclusion"><Label xml:lang="es">Calentura</Label></Rubric>
                <Rubric kind="exclusion"><Label xml:lang="es">Otra</Label></Rubric>
              </Class>
              <Class code="A00.1" kind="category"><SuperClass code="A00"/>
                <Rubric kind="preferred"><Label xml:lang="es">Fiebre vieja</Label></Rubric></Class>
              <Class code="A01" kind="category"><SuperClass code="II"/>
                <Rubric kind="preferred"><Label>Lost</Label></Rubric></Class>
              <Class code="A02" kind="category"/>
            </ClaML>
            """;

    @Test
    void classesAndTheSubdivisionsOfModifiersAreRead() {
        var reading = read(CLASSIFICATION);

        assertThat(reading.concepts())
                .extracting(SourceConcept::code, SourceConcept::parent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("I", null),
                        org.assertj.core.groups.Tuple.tuple("A00", "I"),
                        org.assertj.core.groups.Tuple.tuple("A00.0", "A00"),
                        org.assertj.core.groups.Tuple.tuple("A00.1", "A00"),
                        org.assertj.core.groups.Tuple.tuple("A01", null));
        assertThat(reading.concepts().get(1).designations())
                .extracting(Designation::text)
                .containsExactly("Fiebre B99 de prueba", "Calentura");
        assertThat(reading.concepts().get(1).properties())
                .containsEntry("usage", "dagger")
                .containsEntry("exclusion", "Otra");
        assertThat(reading.concepts().get(2).designations().getFirst().text()).isEqualTo("Fiebre B99 de prueba, aguda");
        assertThat(reading.concepts().getFirst().properties()).containsEntry("notSelectable", "true");
        assertThat(reading.rejected()).extracting(RowIssue::code).containsExactly("A02");
        assertThat(reading.adjusted()).extracting(RowIssue::reason).containsExactly("The file lacks the parent II");
    }

    @Test
    void whatIsNoXmlIsRejectedAndAnEntityFetchesNothing() {
        assertThat(read("no xml").concepts()).isEmpty();
        assertThat(read("no xml").rejected()).hasSize(1);
        var hostile = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><ClaML><Class code=\"A\">"
                + "<Rubric kind=\"preferred\"><Label>&x;</Label></Rubric></Class></ClaML>";

        assertThat(read(hostile).concepts()).isEmpty();
    }

    @Test
    void aSampleOfWhosFileIsRead() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "Skipped: the sample of ClaML is not beside the project");
        try (var file = Files.newInputStream(SAMPLE)) {
            var reading = ClassificationFormat.ICD_10_CLAML.read(file);

            assertThat(reading.concepts()).hasSize(9);
            assertThat(reading.rejected()).isEmpty();
        }
    }

    private static ClassificationReading read(String xml) {
        return ClamlImporter.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
