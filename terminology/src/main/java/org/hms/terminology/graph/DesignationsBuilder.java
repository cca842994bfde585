package org.hms.terminology.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Gathers the texts of concepts with language, use and acceptability, and chooses each concept's display. */
final class DesignationsBuilder {
    private final IntList concepts = new IntList();
    private final IntList languages = new IntList();
    private final IntList uses = new IntList();
    private final IntList ends = new IntList();
    private final List<Long> ids = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final RoaringBitmap inactive = new RoaringBitmap();
    private final ByteArrayOutputStream blob = new ByteArrayOutputStream();
    private final Names languageNames = new Names();
    private final Map<UseCoding, Integer> useNumbers = new HashMap<>();
    private final List<UseCoding> useCodings = new ArrayList<>();
    private final Names dialects = new Names();
    private final List<RoaringBitmap> preferred = new ArrayList<>();
    private final List<RoaringBitmap> acceptable = new ArrayList<>();

    void add(int concept, GraphDesignation designation) {
        var number = concepts.size();
        concepts.add(concept);
        languages.add(languageNames.number(designation.language()));
        uses.add(useNumbers.computeIfAbsent(designation.use(), use -> {
            useCodings.add(use);
            return useCodings.size() - 1;
        }));
        blob.writeBytes(designation.text().getBytes(StandardCharsets.UTF_8));
        ends.add(blob.size());
        ids.add(designation.id());
        if (designation.id() != 0 && numbers.put(designation.id(), number) != null) {
            throw new IllegalArgumentException("The designation stands twice: " + designation.id());
        }
        if (designation.inactive()) {
            inactive.add(number);
        }
    }

    /** Whether there is such a designation. */
    boolean accept(long designation, String dialect, boolean isPreferred) {
        var number = numbers.get(designation);
        if (number == null) {
            return false;
        }
        var place = dialects.number(dialect);
        if (place == preferred.size()) {
            preferred.add(new RoaringBitmap());
            acceptable.add(new RoaringBitmap());
        }
        (isPreferred ? preferred : acceptable).get(place).add((int) number);
        return true;
    }

    int size() {
        return concepts.size();
    }

    void write(SectionWriter writer, int size, GraphHeader header) throws IOException {
        var concept = concepts.toArray();
        var order = Grouping.sort(Grouping.identity(concept.length), concept, size);
        var offsets = Grouping.offsets(concept, size);
        var places = new int[order.length];
        for (var place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        writer.ints("designation.offsets", offsets);
        writer.ints("designation.concepts", Grouping.pick(concept, order));
        writer.ints("designation.languages", Grouping.pick(languages.toArray(), order));
        writer.ints("designation.uses", Grouping.pick(uses.toArray(), order));
        writer.longs("designation.ids", Arrays.stream(order).mapToLong(ids::get).toArray());
        writer.bitmap("designation.inactive", moved(inactive, places));
        writeTexts(writer, order);
        writer.texts("languages", languageNames.list());
        writer.texts("uses", useCodings.stream().map(UseCoding::code).toList());
        writer.texts("use.systems", useCodings.stream().map(UseCoding::system).toList());
        writer.texts("use.displays", useCodings.stream().map(UseCoding::display).toList());
        writer.texts("dialects", dialects.list());
        for (var dialect = 0; dialect < dialects.size(); dialect++) {
            writer.bitmap("preferred." + dialect, moved(preferred.get(dialect), places));
            writer.bitmap("acceptable." + dialect, moved(acceptable.get(dialect), places));
        }
        writer.ints("display", displays(offsets, order, header));
    }

    private void writeTexts(SectionWriter writer, int[] order) throws IOException {
        var texts = blob.toByteArray();
        var sorted = new byte[texts.length];
        var offsets = new int[order.length + 1];
        for (var place = 0; place < order.length; place++) {
            var from = order[place] == 0 ? 0 : ends.get(order[place] - 1);
            var length = ends.get(order[place]) - from;
            System.arraycopy(texts, from, sorted, offsets[place], length);
            offsets[place + 1] = offsets[place] + length;
        }
        writer.ints("text.offsets", offsets);
        writer.bytes("text.bytes", sorted);
    }

    private int[] displays(int[] offsets, int[] order, GraphHeader header) {
        var ranks = header.displayDialects().stream()
                .mapToInt(dialect -> dialects.list().indexOf(dialect))
                .filter(dialect -> dialect >= 0)
                .toArray();
        var displays = new int[offsets.length - 1];
        for (var concept = 0; concept < displays.length; concept++) {
            var bestRank = Integer.MAX_VALUE;
            displays[concept] = -1;
            for (var place = offsets[concept]; place < offsets[concept + 1]; place++) {
                var rank = rank(order[place], ranks, header.displayUses());
                if (rank < bestRank) {
                    displays[concept] = place;
                    bestRank = rank;
                }
            }
        }
        return displays;
    }

    /** By use first, then by dialect, so that a fully specified name is a display only where there is nothing else. */
    private int rank(int number, int[] ranks, List<String> displayUses) {
        var use = displayUses.indexOf(useCodings.get(uses.get(number)).code());
        var rank = (use < 0 ? displayUses.size() : use) * (2 * ranks.length + 1);
        var status = inactive.contains(number) ? 1 << 20 : 0;
        for (var place = 0; place < ranks.length; place++) {
            if (preferred.get(ranks[place]).contains(number)) {
                return status + rank + place;
            }
            if (acceptable.get(ranks[place]).contains(number)) {
                return status + rank + ranks.length + place;
            }
        }
        return status + rank + 2 * ranks.length;
    }

    private static RoaringBitmap moved(RoaringBitmap numbers, int[] places) {
        var bits = new Bits(places.length);
        numbers.forEach((org.roaringbitmap.IntConsumer) number -> bits.add(places[number]));
        return bits.toBitmap();
    }
}
