package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.registry.editorial.LabelWords.Likeness;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.ClassificationFormat;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the linkage engine proposes, measured against the codes that people curated. */
class LinkageCandidatesTest {
    private static final Path ICD_10 = Path.of("../../shared/data/terminology/cie10-es/cie-10-verasativa.csv");
    private static final Path LEXICON = Path.of("../../shared/data/guarani/lexicon.csv");

    @TempDir
    private Path directory;

    @Test
    void wordsSpokenAlikeOrOfOneRootAreNearlyTheSame() {
        assertThat(LabelWords.likeness("diarrea", "diarrea")).isEqualTo(Likeness.SAME);
        assertThat(LabelWords.likeness("vomito", "bomito")).isEqualTo(Likeness.NEARLY);
        assertThat(LabelWords.likeness("hinchado", "hinchazon")).isEqualTo(Likeness.NEARLY);
        assertThat(LabelWords.likeness("vomito", "diarrea")).isEqualTo(Likeness.NONE);
    }

    @Test
    void curatedCodesAreFoundAmongTheFirstFiveAndNoneOfThemClaimsToBeTheSame() throws IOException {
        assumeTrue(Files.exists(ICD_10) && Files.exists(LEXICON), "Skipped: the test data are not beside the project");
        try (var terminology = TerminologyService.open(directory);
                var file = Files.newInputStream(ICD_10);
                var lexicon = Files.newInputStream(LEXICON)) {
            terminology.importCodeSystem(ClassificationFormat.ICD_10_CSV, file, "2018", false);
            var candidates = new LinkageCandidates(
                    new LabelledCodes(terminology.current(SystemUri.ICD_10).orElseThrow()));
            var curated = LexiconLoader.read(lexicon).concepts().stream()
                    .filter(concept -> !curatedCodes(concept).isEmpty())
                    .toList();

            var some = 0;
            var first = 0;
            var five = 0;
            for (var concept : curated) {
                var found = candidates.of(concept.withMappings(List.of()));
                some += found.isEmpty() ? 0 : 1;
                first += isCurated(concept, found.stream().limit(1).toList()) ? 1 : 0;
                five += isCurated(concept, found) ? 1 : 0;
                assertThat(found).allSatisfy(candidate -> {
                    assertThat(candidate.relation()).isEqualTo(MappingRelation.RELATED);
                    assertThat(candidate.stated()).isNotNull().satisfies(stated -> {
                        assertThat(stated.tool()).startsWith("linkage-engine");
                        assertThat(stated.score()).isBetween(0.2, 1.0);
                    });
                });
            }
            assertThat(curated).hasSizeGreaterThan(100);
            assertThat(some).as("concepts with candidates").isGreaterThanOrEqualTo(190);
            assertThat(first).as("the first is a curated code").isGreaterThanOrEqualTo(78);
            assertThat(five).as("one of five is").isGreaterThanOrEqualTo(118);
        }
    }

    private static Set<String> curatedCodes(Concept concept) {
        return concept.mappings().stream()
                .filter(mapping -> mapping.target().system().equals(SystemUri.ICD_10)
                        && mapping.relation().compareTo(MappingRelation.RELATED) < 0)
                .map(mapping -> mapping.target().code())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isCurated(Concept concept, List<Change.NewMapping> found) {
        var codes = curatedCodes(concept);
        return found.stream().anyMatch(candidate -> codes.contains(candidate.code()));
    }
}
