package org.hms.terminology.compile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.search.CodePattern;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Evaluates the filters of value sets over a code system; what was asked lately is kept. */
public final class ConceptFilters {
    private static final int KEPT = 256;
    private static final int SHOWN = 100;
    private static final Set<String> CONCEPT = Set.of("concept", "code");

    private record Key(String property, String operator, String value) {}

    private final CodeSystemContent content;
    private final Set<String> groupCodes;
    private final Map<Key, RoaringBitmap> kept = new ConcurrentHashMap<>();

    /** The codes of the properties that say that a concept only groups others. */
    public ConceptFilters(CodeSystemContent content, Set<String> groupCodes) {
        this.content = content;
        this.groupCodes = Set.copyOf(groupCodes);
    }

    /** What the filter selects; empty where the system knows no such property or operator. */
    public Optional<RoaringBitmap> select(String property, String operator, String value) {
        var key = new Key(property, operator, value);
        var known = kept.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var selected = Optional.ofNullable(evaluate(property, operator, value));
        if (selected.isPresent()) {
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(key, selected.get());
        }
        return selected;
    }

    private @Nullable RoaringBitmap evaluate(String property, String operator, String value) {
        if (CONCEPT.contains(property)) {
            return byConcept(operator, value);
        }
        if (property.equals("child") && operator.equals("exists")) {
            return all(ordinal -> (content.children(ordinal).length > 0) == value.equals("true"));
        }
        if (property.equals("parent") && operator.equals("=")) {
            return children(value);
        }
        var test = test(operator, value);
        return test == null ? null : byProperty(property, test);
    }

    private @Nullable RoaringBitmap byConcept(String operator, String value) {
        var ordinal = content.find(value);
        return switch (operator) {
            case "is-a" -> ordinal < 0 ? new RoaringBitmap() : with(content.descendants(ordinal), ordinal);
            case "descendent-of" -> ordinal < 0 ? new RoaringBitmap() : content.descendants(ordinal);
            case "child-of" -> children(value);
            case "descendent-leaf" -> ordinal < 0 ? new RoaringBitmap() : leaves(content.descendants(ordinal));
            case "generalizes" -> ordinal < 0 ? new RoaringBitmap() : with(content.ancestors(ordinal), ordinal);
            case "is-not-a" -> {
                var others = all(_ -> true);
                if (ordinal >= 0) {
                    others.andNot(with(content.descendants(ordinal), ordinal));
                }
                yield others;
            }
            case "=", "in" -> {
                var listed = new RoaringBitmap();
                parts(operator, value)
                        .mapToInt(content::find)
                        .filter(found -> found >= 0)
                        .forEach(listed::add);
                yield listed;
            }
            case "not-in" -> {
                var others = all(_ -> true);
                parts(operator, value)
                        .mapToInt(content::find)
                        .filter(found -> found >= 0)
                        .forEach(others::remove);
                yield others;
            }
            case "regex" -> {
                var pattern = pattern(value);
                yield all(each -> pattern.matches(content.code(each)));
            }
            default -> null;
        };
    }

    /** The test of a property's values; absent values stand for none of them. */
    private static @Nullable Predicate<Stream<String>> test(String operator, String value) {
        return switch (operator) {
            case "=" -> values -> values.anyMatch(value::equals);
            case "in" -> {
                var wanted = Set.of(parts("in", value).distinct().toArray(String[]::new));
                yield values -> values.anyMatch(wanted::contains);
            }
            case "not-in" -> {
                var unwanted = Set.of(parts("in", value).distinct().toArray(String[]::new));
                yield values -> values.noneMatch(unwanted::contains);
            }
            case "exists" -> values -> values.findAny().isPresent() == value.equals("true");
            case "regex" -> {
                var pattern = pattern(value);
                yield values -> values.anyMatch(pattern::matches);
            }
            default -> null;
        };
    }

    private @Nullable RoaringBitmap byProperty(String property, Predicate<Stream<String>> test) {
        return switch (property) {
            case "inactive" -> all(ordinal -> test.test(Stream.of(Boolean.toString(content.isInactive(ordinal)))));
            case "deprecated" -> all(ordinal -> test.test(Stream.of(Boolean.toString(content.isDeprecated(ordinal)))));
            case "status" -> all(ordinal -> test.test(Stream.ofNullable(content.status(ordinal))));
            case "notSelectable" -> all(ordinal -> test.test(values(ordinal, groupCodes)));
            default -> isDefined(property) ? all(ordinal -> test.test(values(ordinal, Set.of(property)))) : null;
        };
    }

    private boolean isDefined(String property) {
        return content.propertyDefinitions().stream()
                .anyMatch(defined -> defined.code().equals(property));
    }

    private Stream<String> values(int ordinal, Set<String> codes) {
        return content.properties(ordinal).stream()
                .filter(property -> codes.contains(property.code()))
                .map(ContentProperty::value);
    }

    private RoaringBitmap children(String code) {
        var ordinal = content.find(code);
        return ordinal < 0 ? new RoaringBitmap() : RoaringBitmap.bitmapOf(content.children(ordinal));
    }

    private RoaringBitmap leaves(RoaringBitmap among) {
        var leaves = new RoaringBitmap();
        for (var ordinal : among) {
            if (content.children(ordinal).length == 0) {
                leaves.add(ordinal);
            }
        }
        return leaves;
    }

    private RoaringBitmap all(IntPredicate test) {
        var selected = new RoaringBitmap();
        for (var ordinal = 0; ordinal < content.size(); ordinal++) {
            if (test.test(ordinal)) {
                selected.add(ordinal);
            }
        }
        return selected;
    }

    private static RoaringBitmap with(RoaringBitmap bitmap, int ordinal) {
        bitmap.add(ordinal);
        return bitmap;
    }

    private static CodePattern pattern(String expression) {
        try {
            return CodePattern.of(expression);
        } catch (IllegalArgumentException e) {
            var shown = expression.substring(0, Math.min(SHOWN, expression.length()));
            var message = Message.of("INVALID_REGEX", shown, e.getMessage());
            throw TerminologyProblem.refused(422, Issue.error("invalid", null, message, "vs-invalid"));
        }
    }

    private static Stream<String> parts(String operator, String value) {
        return operator.equals("=")
                ? Stream.of(value)
                : Arrays.stream(value.split(",")).map(String::strip);
    }
}
