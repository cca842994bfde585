package org.hms.matching.privacy.link;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hms.matching.batch.Progress;
import org.hms.matching.privacy.EncodedPeople;
import org.hms.matching.privacy.InvalidEncoding;

/** Finds who of one encoded file is who of another, one to one, without the secret. */
public final class EncodedLinkage {
    private final OptionalDouble threshold;
    private final Progress progress;

    public EncodedLinkage(Progress progress) {
        this(OptionalDouble.empty(), progress);
    }

    /** @param threshold to be used instead of the schema's */
    public EncodedLinkage(OptionalDouble threshold, Progress progress) {
        this.threshold = threshold;
        this.progress = progress;
    }

    /** @throws InvalidEncoding if the two were not encoded under one schema and one secret */
    public EncodedLinks link(EncodedPeople left, EncodedPeople right) {
        requireAlike(left, right);
        var scale = new SimilarityScale(left.schema(), features(left) & features(right));
        var comparisons = new Comparisons(left, right, scale);
        var counts = comparisons.run(progress);
        var pairs = Assignment.of(comparisons.ofLeft(), left.size(), comparisons.ofRight(), right.size());
        var smaller = left.size() <= right.size() ? comparisons.ofLeft() : comparisons.ofRight();
        int records = Math.min(left.size(), right.size());
        int others = Math.max(left.size(), right.size());
        double asked = threshold.orElse(left.schema().threshold());
        var cutoff = Double.isNaN(asked)
                ? Cutoff.chosen(pairs, smaller, records, others)
                : Cutoff.given(asked, pairs, smaller, records, others);
        var alike = pairs.stream()
                .filter(pair -> pair.similarity() >= cutoff.threshold())
                .toList();
        var links = alike.stream()
                .filter(pair -> pair.margin() >= left.schema().margin())
                .map(pair -> new Link(left.id(pair.left()), right.id(pair.right()), pair.similarity(), pair.margin()))
                .toList();
        return new EncodedLinks(
                links,
                new LinkReport(
                        left.schema().version(),
                        left.schema().hash(),
                        left.size(),
                        right.size(),
                        counts,
                        cutoff.threshold(),
                        threshold.isPresent() ? "given" : Double.isNaN(asked) ? "chosen" : "schema",
                        left.schema().margin(),
                        cutoff.expectedPrecision(),
                        links.size(),
                        alike.size() - links.size()));
    }

    private static void requireAlike(EncodedPeople left, EncodedPeople right) {
        if (!left.schema().hash().equals(right.schema().hash())) {
            throw new InvalidEncoding("files", "were encoded under different schemas");
        }
        if (!left.checkValue().equals(right.checkValue())) {
            throw new InvalidEncoding("files", "were encoded with different secrets");
        }
    }

    /** Those which some record fills. */
    private static int features(EncodedPeople people) {
        return IntStream.range(0, people.size()).map(people::known).reduce(0, (a, b) -> a | b);
    }
}
