package org.hms.terminology.expand;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.resolve.Filters;
import org.hms.terminology.valueset.ConceptReference;
import org.hms.terminology.valueset.ConceptSelection;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The concepts of one code system that an include or exclude selects, in the order in which they are shown. */
record Selection(CodeSystemContent content, int[] ordinals, Map<Integer, ConceptReference> references) {

    static Selection of(
            CodeSystemContent content,
            ConceptSelection selection,
            TerminologyParameters parameters,
            String place,
            String valueSet) {
        var text = parameters.page().filter();
        if (!selection.concepts().isEmpty()) {
            return listed(content, selection, text);
        }
        if (selection.filters().isEmpty() && text == null) {
            return new Selection(content, IntStream.range(0, content.size()).toArray(), Map.of());
        }
        var among = selection.filters().isEmpty()
                ? RoaringBitmap.bitmapOfRange(0, content.size())
                : Filters.select(content, selection.filters(), place, valueSet);
        return new Selection(content, text == null ? among.toArray() : content.search(text, among), Map.of());
    }

    private static Selection listed(CodeSystemContent content, ConceptSelection selection, @Nullable String text) {
        var ordinals = new ArrayList<Integer>();
        var references = new HashMap<Integer, ConceptReference>();
        for (var reference : selection.concepts()) {
            var ordinal = content.find(reference.code());
            if (ordinal >= 0 && references.putIfAbsent(ordinal, reference) == null) {
                ordinals.add(ordinal);
            }
        }
        if (text != null) {
            var among = new RoaringBitmap();
            ordinals.forEach(among::add);
            var found = RoaringBitmap.bitmapOf(content.search(text, among));
            ordinals.removeIf(ordinal -> !found.contains(ordinal) && !speaksOf(references.get(ordinal), text));
        }
        return new Selection(content, toArray(ordinals), references);
    }

    /** Whether the value set's own texts for the code hold the text. */
    private static boolean speaksOf(@Nullable ConceptReference reference, String text) {
        if (reference == null) {
            return false;
        }
        var wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.ofNullable(reference.display()),
                        reference.designations().stream().map(ContentDesignation::text))
                .anyMatch(own -> own.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static int[] toArray(List<Integer> ordinals) {
        return ordinals.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All of them, each made when it is looked at. */
    List<Member> members() {
        return new AbstractList<>() {
            @Override
            public Member get(int index) {
                return Member.of(content, ordinals[index], references.get(ordinals[index]));
            }

            @Override
            public int size() {
                return ordinals.length;
            }
        };
    }

    /** The same without those at other places. */
    Selection only(int[] places) {
        return new Selection(
                content, IntStream.of(places).map(at -> ordinals[at]).toArray(), references);
    }
}
