package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.language.SpanishFolding;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

/** Texts are found and ordered as one would by looking at each of them. */
class RankedTextsTest {
    private static final List<String> WORDS = List.of(
            "fiebre", "fiebres", "fibra", "f", "dolor", "dolores", "dorsal", "de", "la", "cabeza", "cabo", "x",
            "ñandú");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsFoundIsWhatLookingAtEachTextFinds(long seed) {
        var random = new Random(seed);
        var source = concepts(random);
        try (var library = CodeSystemLibrary.open(directory)) {
            library.publish(new CodeSystemSource("http://example.org/words", "1", "Words", "es", source));
            var content = library.find("http://example.org/words", null).orElseThrow();
            for (var round = 0; round < 300; round++) {
                var filter = filter(random);
                var from = random.nextInt(content.size());
                var among = random.nextBoolean()
                        ? RoaringBitmap.bitmapOfRange(0, content.size())
                        : RoaringBitmap.bitmapOfRange(from, Math.min(content.size(), from + 20L));
                var expected = naive(content, filter, among);

                // Where no text has the words, those with words alike are found, which is another matter.
                if (!expected.isEmpty()) {
                    assertThat(IntStream.of(content.search(filter, among)).boxed())
                            .as(filter)
                            .containsExactlyElementsOf(expected);
                }
            }
        }
    }

    private static List<SourceConcept> concepts(Random random) {
        return IntStream.range(0, 60)
                .mapToObj(at -> new SourceConcept(
                        "F" + at + "." + random.nextInt(10),
                        null,
                        IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(_ -> Designation.of("es", DesignationUse.PREFERRED, text(random)))
                                .toList(),
                        Map.of()))
                .toList();
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(4), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
    }

    private static String filter(Random random) {
        var words = random.ints(1 + random.nextInt(2), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .map(word -> word.substring(0, 1 + random.nextInt(word.length())))
                .collect(Collectors.joining(" "));
        return random.nextInt(6) == 0 ? "f" + random.nextInt(60) : words;
    }

    private static List<Integer> naive(CompiledCodeSystem content, String filter, RoaringBitmap among) {
        var words = SpanishFolding.words(filter);
        var code = SpanishFolding.fold(filter).replace(".", "").strip();
        var ahead = new ArrayList<int[]>();
        var all = new ArrayList<int[]>();
        for (var ordinal = 0; ordinal < content.size(); ordinal++) {
            for (var label : content.labels(ordinal)) {
                var has = SpanishFolding.words(label.text());
                if (words.stream().allMatch(word -> has.stream().anyMatch(own -> begins(own, word)))) {
                    all.add(new int[] {label.text().length(), ordinal});
                    if (has.getFirst().startsWith(words.getFirst())) {
                        ahead.add(all.getLast());
                    }
                }
            }
            var own = SpanishFolding.fold(content.code(ordinal)).replace(".", "");
            if (code.length() > 1 && own.startsWith(code)) {
                all.add(new int[] {0, ordinal});
            }
        }
        var found = new LinkedHashSet<Integer>();
        for (var texts : List.of(ahead, all)) {
            texts.sort(Comparator.<int[]>comparingInt(text -> text[0]).thenComparingInt(text -> text[1]));
            texts.forEach(text -> found.add(text[1]));
        }
        return found.stream().filter(among::contains).toList();
    }

    private static boolean begins(String own, String word) {
        return word.length() < 2 ? own.equals(word) : own.startsWith(word);
    }
}
