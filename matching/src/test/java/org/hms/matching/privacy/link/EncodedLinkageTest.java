package org.hms.matching.privacy.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.hms.matching.batch.Progress;
import org.hms.matching.privacy.EncodedPeople;
import org.hms.matching.privacy.EncodingSchema;
import org.hms.matching.privacy.InvalidEncoding;
import org.hms.matching.privacy.PersonRows;
import org.hms.matching.privacy.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncodedLinkageTest {
    private static final EncodingSchema SHIPPED = EncodingSchema.shipped();
    private static final int PEOPLE = 600;

    @TempDir
    private Path folder;

    /** Random people, each third only in the left file, with a letter wrong in one name of the right file. */
    private record Files(List<String> left, List<String> right) {}

    private static Files people(long seed) {
        var random = new SplittableRandom(seed);
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            var given = word(random);
            var family = word(random);
            var rest = "," + random.nextInt(1930, 2020) + (10 + random.nextInt(3)) + random.nextInt(10, 28) + ","
                    + word(random);
            left.add("p" + i + "," + given + "," + family + rest);
            if (i % 3 != 0) {
                right.add("p" + i + ",x" + given.substring(1) + "," + family + rest);
            }
        }
        return new Files(left, right);
    }

    private static String word(SplittableRandom random) {
        return random.ints(random.nextInt(4, 9), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private EncodedPeople encoded(EncodingSchema schema, List<String> rows) throws IOException {
        return PersonRows.encoded(folder, schema, PersonRows.SECRET, rows);
    }

    private static EncodedLinks link(EncodedPeople left, EncodedPeople right) {
        return new EncodedLinkage(Progress.NONE).link(left, right);
    }

    @Test
    void aChosenThresholdFindsWhoIsInBothFilesAndNobodyElse() throws IOException {
        var files = people(1);
        var links = link(encoded(SHIPPED, files.left()), encoded(SHIPPED, files.right()));

        assertThat(links.links()).allMatch(link -> link.left().equals(link.right()));
        assertThat(links.links()).hasSizeGreaterThan(PEOPLE * 2 / 3 * 98 / 100);
        assertThat(links.report().thresholdFrom()).isEqualTo("chosen");
        assertThat(links.report().compared().exhaustive()).isTrue();
        assertThat(links.report().compared().comparisons()).isEqualTo((long) PEOPLE * PEOPLE * 2 / 3);
    }

    @Test
    void theOtherFileFirstGivesTheSameLinks() throws IOException {
        var files = people(2);
        var left = encoded(SHIPPED, files.left());
        var right = encoded(SHIPPED, files.right());
        var links = link(left, right);

        assertThat(link(right, left).links())
                .map(link -> new Link(link.right(), link.left(), link.similarity(), link.margin()))
                .containsExactlyInAnyOrderElementsOf(links.links());
        assertThat(link(left, right)).isEqualTo(links);
    }

    @Test
    void filesWithNobodyInCommonHaveNextToNoLinks() throws IOException {
        var left = encoded(SHIPPED, people(3).left());
        var right = encoded(SHIPPED, people(4).right());

        assertThat(link(left, right).links()).hasSizeLessThan(PEOPLE / 20);
    }

    @Test
    void samplingFindsWhatComparingAllFindsAndIsTheSameEachTime() throws IOException {
        var sampled = EncodingSchema.parse(SHIPPED.text().replace("exhaustive_to: 3.0e9", "exhaustive_to: 0.0"));
        var files = people(5);
        var left = encoded(sampled, files.left());
        var right = encoded(sampled, files.right());
        var links = link(left, right);

        assertThat(links.report().compared().exhaustive()).isFalse();
        assertThat(links.report().compared().comparisons()).isLessThan((long) PEOPLE * PEOPLE / 3);
        assertThat(links.links()).allMatch(link -> link.left().equals(link.right()));
        assertThat(links.links()).hasSizeGreaterThan(PEOPLE * 2 / 3 * 95 / 100);
        assertThat(link(left, right)).isEqualTo(links);
    }

    @Test
    void blocksAboveTheCapAreNotOpenedButCounted() throws IOException {
        var capped = EncodingSchema.parse(SHIPPED.text()
                .replace("exhaustive_to: 3.0e9", "exhaustive_to: 0.0")
                .replace("cap: 1000000", "cap: 1")
                .replace("bits: 16 ", "bits: 4 "));
        var files = people(6);
        var report = link(encoded(capped, files.left()), encoded(capped, files.right()))
                .report()
                .compared();

        assertThat(report.overflowBlocks()).isPositive();
        assertThat(report.overflowPairs() + report.comparisons()).isGreaterThan((long) PEOPLE * PEOPLE / 10);
        assertThat(report.largestBlock()).isGreaterThan(1);
        assertThat(report.withoutCandidate()).isPositive();
    }

    @Test
    void eachRecordIsLinkedOnceAndToTheMostSimilar() throws IOException {
        var left = encoded(SHIPPED, List.of("1,Ramón,Núñez,19800307,Luque", "2,Ramona,Núñez,19810412,Luque"));
        var right = encoded(
                SHIPPED,
                List.of("a,Ramon,Nunes,19800307,Luque", "b,Ramona,Nuñez,19810412,Luque", "c,Blas,Vera,19500101,Itá"));
        var links = new EncodedLinkage(OptionalDouble.of(0.5), Progress.NONE).link(left, right);

        assertThat(links.links()).map(link -> link.left() + link.right()).containsExactlyInAnyOrder("1a", "2b");
        assertThat(links.links()).allMatch(link -> link.margin() > 0);
        assertThat(links.report().thresholdFrom()).isEqualTo("given");
    }

    @Test
    void aPairWhoseSecondBestIsTooNearIsNotLinkedButCounted() throws IOException {
        var careful = EncodingSchema.parse(SHIPPED.text().replace("margin: 0.0", "margin: 0.2"));
        var left = encoded(careful, List.of("1,Ramón,Núñez,19800307,Luque"));
        var right = encoded(careful, List.of("a,Ramón,Núñez,19800307,Luque", "b,Ramona,Núñez,19800307,Luque"));
        var links = new EncodedLinkage(OptionalDouble.of(0.5), Progress.NONE).link(left, right);

        assertThat(links.links()).isEmpty();
        assertThat(links.report().ambiguous()).isOne();
    }

    @Test
    void whatIsMissingOnOneSideWeighsLessThanWhatDiffers() throws IOException {
        var left = encoded(SHIPPED, List.of("1,Ramón,Núñez,19800307,Luque"));
        var linkage = new EncodedLinkage(OptionalDouble.of(0), Progress.NONE);
        var missing = linkage.link(left, encoded(SHIPPED, List.of("a,Ramón,Núñez,19800307,", "z,X,Y,19000101,Itá")));
        var differing =
                linkage.link(left, encoded(SHIPPED, List.of("a,Ramón,Núñez,19800307,Itauguá", "z,X,Y,19000101,Itá")));

        assertThat(missing.links().getFirst().similarity())
                .isGreaterThan(differing.links().getFirst().similarity());
    }

    @Test
    void otherSchemasAndOtherSecretsAreToldApart() throws IOException {
        var rows = List.of("1,Ramón,Núñez,19800307,Luque");
        var other = EncodingSchema.parse(SHIPPED.text().replace("bits: 240", "bits: 200"));
        var secret = Secret.of("another secret altogether".getBytes(StandardCharsets.UTF_8));
        var ours = encoded(SHIPPED, rows);
        var otherSchema = encoded(other, rows);
        var otherSecret = PersonRows.encoded(folder, SHIPPED, secret, rows);

        assertThatThrownBy(() -> link(ours, otherSchema))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("different schemas");
        assertThatThrownBy(() -> link(ours, otherSecret))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("different secrets");
    }
}
