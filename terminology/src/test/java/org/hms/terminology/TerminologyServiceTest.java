package org.hms.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.LexiconFile;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.translate.TranslateQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class TerminologyServiceTest {
    private static final TermQuery FEVER =
            TermQuery.of("che akanundu", 5).in("gn").towards("icd-10");

    @TempDir
    Path directory;

    private TerminologyService service;

    @BeforeEach
    void open() {
        service = TerminologyService.open(directory);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void anEmptyServiceAnswersWithNothing() {
        assertThat(service.search(FEVER)).isEmpty();
        assertThat(service.codeSystems()).isEmpty();
        assertThat(service.lexicons().conceptSchemes()).isEmpty();
        assertThat(service.current("icd-10")).isEmpty();
        assertThat(service.contents("icd-10")).isEmpty();
    }

    @Test
    void aLexiconIsLoadedOnceAndSearchedAfterARestart() {
        assertThat(load(LexiconFile.FEVER, LexiconFile.MBYA_FEVER)).isInstanceOf(LexiconOutcome.Loaded.class);
        assertThat(load(LexiconFile.FEVER, LexiconFile.MBYA_FEVER)).isInstanceOf(LexiconOutcome.Unchanged.class);

        service.close();
        service = TerminologyService.open(directory);

        assertThat(service.search(FEVER).getFirst().conceptId()).isEqualTo("GN9001");
        assertThat(service.lexicons().conceptSchemes()).hasSize(1);
    }

    @Test
    void aBadLexiconChangesNothing() {
        load(LexiconFile.FEVER);

        var outcome = load(LexiconFile.FEVER, LexiconFile.EVIL_EYE.replace("folk-illness", "spell"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LexiconOutcome.Refused.class,
                        refused -> assertThat(refused.findings())
                                .anyMatch(finding -> finding.focus().endsWith("GN9002")
                                        && finding.path().contains("category")
                                        && !finding.message().isBlank()));
        assertThat(service.findConcept("GN9001")).isPresent();
        assertThat(service.findConcept("GN9002")).isEmpty();
        assertThat(service.lexicons().conceptSchemes()).hasSize(1);
    }

    @Test
    void aMappingGetsItsDisplayWhenTheClassificationIsImported() {
        load(LexiconFile.FEVER);
        assertThat(service.search(FEVER)
                        .getFirst()
                        .mappings()
                        .getFirst()
                        .target()
                        .display())
                .isNull();

        var report = service.importCodeSystem(ClassificationFormat.ICD_10_CSV, SharedData.icd10(), "2013", false);

        assertThat(report.accepted()).isEqualTo(14_498);
        assertThat(service.search(FEVER)
                        .getFirst()
                        .mappings()
                        .getFirst()
                        .target()
                        .display())
                .startsWith("Fiebre");
        var icd10 = service.current("icd-10").orElseThrow();
        assertThat(icd10.subsumes(icd10.find("R50"), icd10.find("R50.9"))).isTrue();
    }

    @Test
    void aDryRunReportsAndPublishesNothing() {
        var report = service.importCodeSystem(ClassificationFormat.ICD_10_CSV, SharedData.icd10(), "2013", true);

        assertThat(report.read()).isEqualTo(14_498);
        assertThat(report.published()).isNull();
        assertThat(service.codeSystems()).isEmpty();
    }

    @Test
    void theLexiconIsACodeSystemToo() {
        load(LexiconFile.FEVER, LexiconFile.MBYA_FEVER);

        assertThat(service.codeSystems()).extracting(CodeSystemSummary::url).containsExactly(SystemUri.LEXICON);
        var lexicon = service.current("lexicon").orElseThrow();
        assertThat(lexicon.designations(lexicon.find("GN9001")))
                .extracting(ContentDesignation::language, ContentDesignation::text)
                .contains(tuple("es", "fiebre"));
        assertThat(lexicon.search("akanundu", RoaringBitmap.bitmapOfRange(0, lexicon.size())))
                .startsWith(lexicon.find("GN9001"));
    }

    @Test
    void wordsAreTranslatedWithTheRelationThatWasCurated() {
        load(LexiconFile.FEVER);

        var translation = service.translate(new TranslateQuery.OfWords("che akanundu", "gn", "icd-10", 5));

        assertThat(translation.result()).isTrue();
        assertThat(translation.matches()).singleElement().satisfies(match -> {
            assertThat(match.target().code()).isEqualTo("R50.9");
            assertThat(match.relation()).isEqualTo(MappingRelation.CLOSE);
            assertThat(match.evidence().justification()).isEqualTo("semapv:ManualMappingCuration");
        });
    }

    @Test
    void aFolkIllnessIsTranslatedIntoHintsOnly() {
        load(LexiconFile.EVIL_EYE);

        var translation = service.translate(new TranslateQuery.OfWords("ohéo", "gn", "icd-10", 5));

        assertThat(translation.result()).isFalse();
        assertThat(translation.message()).contains("refer or confirm");
        assertThat(translation.matches())
                .allMatch(match -> match.referOrConfirm() && match.relation() == MappingRelation.RELATED);
    }

    @Test
    void aCodeIsTranslatedBackWithTheRelationTurnedRound() {
        load(LexiconFile.FEVER.replace("R50.9,close", "R50,broad"));

        var back = service.translate(new TranslateQuery.OfCode(Coding.of(SystemUri.ICD_10, "R50")));

        assertThat(back.matches()).singleElement().satisfies(match -> {
            assertThat(match.target().code()).isEqualTo("GN9001");
            assertThat(match.relation()).isEqualTo(MappingRelation.NARROW);
        });
    }

    @Test
    void aWordOfAnotherLanguageTakesTheMappingsOfTheConceptItEquals() {
        load(LexiconFile.FEVER, LexiconFile.MBYA_FEVER);

        var translation = service.translate(new TranslateQuery.OfConcept("GUN9001", "snomed"));

        assertThat(translation.matches()).singleElement().satisfies(match -> {
            assertThat(match.target().code()).isEqualTo("386661006");
            assertThat(match.evidence().comment()).contains("GN9001");
        });
    }

    private LexiconOutcome load(String... rows) {
        return service.lexicons().loadLexicon(LexiconFile.of(rows), "1");
    }
}
