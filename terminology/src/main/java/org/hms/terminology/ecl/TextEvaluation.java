package org.hms.terminology.ecl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.Designations;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Filters of texts: {@code term}, {@code language}, {@code type}, {@code dialect}, {@code id}, all of one and the same text. */
final class TextEvaluation {
    private static final Map<String, String> TYPES =
            Map.of("fsn", "900000000000003001", "syn", "900000000000013009", "def", "900000000000550004");
    private static final Set<String> PREFERRED = Set.of("prefer", "preferred", "900000000000548007");
    private static final Set<String> ACCEPTABLE = Set.of("accept", "acceptable", "900000000000549004");

    private final CompiledGraph graph;
    private final Designations texts;

    TextEvaluation(CompiledGraph graph) {
        this.graph = graph;
        texts = graph.designations();
    }

    RoaringBitmap evaluate(RoaringBitmap all, List<FieldTest> tests) {
        var candidates = candidates(all, tests);
        var others = tests.stream()
                .filter(test -> !field(test).equals("term"))
                .map(this::test)
                .toList();
        var usesInactive = tests.stream().anyMatch(test -> field(test).equals("active"));
        var found = new Bits(graph.size());
        candidates.forEach((IntConsumer) text -> {
            if ((usesInactive || !texts.isInactive(text)) && others.stream().allMatch(test -> test.test(text))) {
                found.add(texts.concept(text));
            }
        });
        return RoaringBitmap.and(all, found.toBitmap());
    }

    /** The texts that pass every test of the term itself. */
    private RoaringBitmap candidates(RoaringBitmap all, List<FieldTest> tests) {
        RoaringBitmap left = null;
        for (var test : tests) {
            if (field(test).equals("term")) {
                var fitting = fitting(test);
                if (test.negated()) {
                    left = RoaringBitmap.andNot(left == null ? textsOf(all) : left, fitting);
                } else {
                    left = left == null ? fitting : RoaringBitmap.and(left, fitting);
                }
            }
        }
        return left == null ? textsOf(all) : left;
    }

    private RoaringBitmap fitting(FieldTest test) {
        if (!(test.value() instanceof FieldTest.Texts(var wanted))) {
            throw new EclException("A term is compared with texts in double quotes");
        }
        return RoaringBitmap.or(wanted.stream()
                .map(text -> text.wild()
                        ? graph.search().fitting(text.text())
                        : graph.search().matching(text.text()))
                .iterator());
    }

    private RoaringBitmap textsOf(RoaringBitmap concepts) {
        var found = new RoaringBitmap();
        concepts.forEach(
                (IntConsumer) concept -> found.add((long) texts.first(concept), (long) texts.first(concept + 1)));
        return found;
    }

    private IntPredicate test(FieldTest test) {
        if (field(test).equals("active")) {
            var wanted = PropertyEvaluation.isTrue(test) != test.negated();
            return text -> texts.isInactive(text) != wanted;
        }
        if (!(test.value() instanceof FieldTest.Named(var names))) {
            throw new EclException(test.field() + " is compared with words or identifiers");
        }
        IntPredicate passes = switch (field(test)) {
            case "language" ->
                text -> names.stream().anyMatch(name -> texts.language(text).equalsIgnoreCase(name.name()));
            case "type", "typeid" ->
                text -> names.stream()
                        .anyMatch(name -> texts.use(text).code().equals(TYPES.getOrDefault(name.name(), name.name())));
            case "dialect", "dialectid" -> text -> names.stream().anyMatch(name -> isAccepted(text, name));
            case "id" ->
                text -> names.stream()
                        .anyMatch(name -> Long.toString(texts.id(text)).equals(name.name()));
            default -> throw new EclException("No field of a text: " + test.field());
        };
        return test.negated() ? passes.negate() : passes;
    }

    private boolean isAccepted(int text, FieldTest.Name name) {
        var dialect = Dialects.find(name.name());
        if (name.acceptability().isEmpty()) {
            return texts.isPreferred(text, dialect) || texts.isAcceptable(text, dialect);
        }
        return name.acceptability().stream()
                .anyMatch(word -> (PREFERRED.contains(word) && texts.isPreferred(text, dialect))
                        || (ACCEPTABLE.contains(word) && texts.isAcceptable(text, dialect)));
    }

    private static String field(FieldTest test) {
        return test.field().toLowerCase(Locale.ROOT);
    }
}
