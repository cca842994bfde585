package org.hms.terminology.ecl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.hms.terminology.graph.Bits;
import org.roaringbitmap.RoaringBitmap;

/** Filters of concepts: {@code definitionStatus}, {@code moduleId}, {@code effectiveTime}, {@code active}. */
final class PropertyEvaluation {
    private static final Map<String, String> DEFINITION_STATUS =
            Map.of("primitive", "900000000000074008", "defined", "900000000000073002");

    private final Evaluation evaluation;

    PropertyEvaluation(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    RoaringBitmap evaluate(RoaringBitmap all, List<FieldTest> tests) {
        var left = all;
        for (var test : tests) {
            left = switch (test.field().toLowerCase(Locale.ROOT)) {
                case "active" -> active(left, test);
                case "effectivetime" -> having(left, "effectiveTime", time(test));
                case "moduleid" -> having(left, "moduleId", among(test));
                case "definitionstatus", "definitionstatusid" -> having(left, "definitionStatusId", among(test));
                default -> throw new EclException("No field of a concept: " + test.field());
            };
        }
        return left;
    }

    private RoaringBitmap active(RoaringBitmap all, FieldTest test) {
        var wanted = isTrue(test) != test.negated();
        var active = evaluation.graph().active();
        return wanted ? RoaringBitmap.and(all, active) : RoaringBitmap.andNot(all, active);
    }

    static boolean isTrue(FieldTest test) {
        if (test.value() instanceof FieldTest.Named(var names) && names.size() == 1) {
            switch (names.getFirst().name()) {
                case "1", "true" -> {
                    return true;
                }
                case "0", "false" -> {
                    return false;
                }
                default -> {}
            }
        }
        throw new EclException("active is 1, true, 0 or false");
    }

    private RoaringBitmap having(RoaringBitmap all, String property, Predicate<String> passes) {
        var rows = evaluation.graph().rows();
        var key = rows.findKey(property);
        var found = new Bits(evaluation.graph().size());
        if (key >= 0) {
            rows.gather(key, value -> value < 0 && passes.test(rows.literal(value)), found);
        }
        return RoaringBitmap.and(all, found.toBitmap());
    }

    private static Predicate<String> time(FieldTest test) {
        if (!(test.value() instanceof FieldTest.Texts(var texts))) {
            throw new EclException("effectiveTime is compared with texts such as \"20260101\"");
        }
        return switch (test.order()) {
            case EQUAL -> time -> texts.stream().anyMatch(text -> text.text().equals(time));
            case NOT_EQUAL ->
                time -> texts.stream().noneMatch(text -> text.text().equals(time));
            default -> time -> texts.stream().allMatch(text -> test.order().holds(time.compareTo(text.text())));
        };
    }

    private Predicate<String> among(FieldTest test) {
        var negated = test.negated();
        return switch (test.value()) {
            case FieldTest.Named(var names) ->
                code -> names.stream()
                                .anyMatch(name -> DEFINITION_STATUS
                                        .getOrDefault(name.name(), name.name())
                                        .equals(code))
                        != negated;
            case FieldTest.Concepts(var concepts) -> {
                var wanted = evaluation.evaluate(concepts);
                yield code -> {
                    var ordinal = evaluation.graph().find(code);
                    return (ordinal >= 0 && wanted.contains(ordinal)) != negated;
                };
            }
            default -> throw new EclException(test.field() + " is compared with concepts");
        };
    }
}
