package org.hms.registry.editorial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hms.terminology.content.CodeSystemContent;
import org.roaringbitmap.RoaringBitmap;

/** The texts of a code system by their words, and how rare each word is among them. Made once for many questions. */
final class LabelledCodes {
    private static final int MOST_CANDIDATES = 2_000;
    private static final double USUAL_SHARE = 0.58;

    private final CodeSystemContent content;
    private final Map<Integer, List<LabelWords>> texts = new HashMap<>();
    private final Map<String, RoaringBitmap> codes = new HashMap<>();

    LabelledCodes(CodeSystemContent content) {
        this.content = content;
        for (var ordinal = 0; ordinal < content.size(); ordinal++) {
            if (!content.isAbstract(ordinal) && !content.isInactive(ordinal)) {
                add(ordinal);
            }
        }
    }

    private void add(int ordinal) {
        var labels = new LinkedHashSet<LabelWords>();
        labels.add(LabelWords.of(content.display(ordinal)));
        for (var designation : content.designations(ordinal)) {
            var language = designation.language();
            if (language == null || language.startsWith("es")) {
                labels.add(LabelWords.of(designation.text()));
            }
        }
        texts.put(ordinal, List.copyOf(labels));
        for (var label : labels) {
            for (var word : label.words()) {
                LabelWords.keys(word)
                        .forEach(key -> codes.computeIfAbsent(key, _ -> new RoaringBitmap())
                                .add(ordinal));
            }
        }
    }

    CodeSystemContent content() {
        return content;
    }

    List<LabelWords> texts(int ordinal) {
        return texts.getOrDefault(ordinal, List.of());
    }

    /** The codes with a word of the label, by its rarest words first. */
    BitSet candidates(LabelWords label) {
        var postings = new ArrayList<RoaringBitmap>();
        for (var word : label.words()) {
            postings.add(holders(word));
        }
        postings.sort(Comparator.comparingInt(RoaringBitmap::getCardinality));
        var found = new BitSet();
        for (var posting : postings) {
            if (found.cardinality() + posting.getCardinality() > MOST_CANDIDATES && !found.isEmpty()) {
                break;
            }
            posting.forEach((int ordinal) -> found.set(ordinal));
        }
        return found;
    }

    /** What a usual agreement tells, in bits: the more texts there are, the more. */
    double usualBits() {
        return USUAL_SHARE * Math.log(texts.size() + 1.0) / Math.log(2);
    }

    /** What the words tell together, in bits: little for one that every text has. */
    double bits(Collection<String> words) {
        return words.stream().mapToDouble(this::bits).sum();
    }

    double bits(String word) {
        return Math.log((double) (texts.size() + 1) / (1 + holders(word).getCardinality())) / Math.log(2);
    }

    private RoaringBitmap holders(String word) {
        var holders = new RoaringBitmap();
        for (var key : LabelWords.keys(word)) {
            holders.or(codes.getOrDefault(key, new RoaringBitmap()));
        }
        return holders;
    }
}
