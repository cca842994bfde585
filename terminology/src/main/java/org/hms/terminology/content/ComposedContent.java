package org.hms.terminology.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A code system with the expressions that one question names: each is a concept beyond the last, so that lists, filters and
 * texts meet it like any other, and none is among all the codes. It stands where its focus stands. Made for one question.
 */
public final class ComposedContent extends ForwardingContent {
    private static final String MAINTENANCE = "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra";

    private record Named(String code, ContentExpression expression) {}

    private final List<Named> named = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    private ComposedContent(CodeSystemContent base) {
        super(base);
    }

    /** The code system itself, where its codes are not put together. */
    public static CodeSystemContent of(CodeSystemContent base) {
        return base.isCompositional() ? new ComposedContent(base) : base;
    }

    /** Two ways to write one expression are one concept, whose code is the first of them. */
    @Override
    public int find(String code) {
        var ordinal = base().find(code);
        return ordinal >= 0
                ? ordinal
                : expression(code)
                        .map(found -> ordinals.computeIfAbsent(found.normalForm(), _ -> add(code, found)))
                        .orElse(-1);
    }

    private int add(String code, ContentExpression expression) {
        named.add(new Named(code, expression));
        return size() + named.size() - 1;
    }

    private @Nullable Named named(int ordinal) {
        return ordinal < size() ? null : named.get(ordinal - size());
    }

    private int focus(int ordinal) {
        var expression = named(ordinal);
        return expression == null ? ordinal : expression.expression().focus();
    }

    @Override
    public String code(int ordinal) {
        var expression = named(ordinal);
        return expression == null ? base().code(ordinal) : expression.code();
    }

    @Override
    public String display(int ordinal) {
        var expression = named(ordinal);
        return expression == null
                ? base().display(ordinal)
                : expression.expression().display();
    }

    @Override
    public boolean hasDisplay(int ordinal) {
        return ordinal >= size() || base().hasDisplay(ordinal);
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return ordinal < size() ? base().definition(ordinal) : null;
    }

    @Override
    public List<ContentDesignation> designations(int ordinal) {
        var expression = named(ordinal);
        if (expression == null) {
            return base().designations(ordinal);
        }
        var shown = expression.expression();
        return List.of(
                new ContentDesignation(shown.language(), MAINTENANCE, "preferredForLanguage", null, shown.display()));
    }

    @Override
    public List<ContentDesignation> inactiveDesignations(int ordinal) {
        return ordinal < size() ? base().inactiveDesignations(ordinal) : List.of();
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        var expression = named(ordinal);
        return expression == null
                ? base().properties(ordinal)
                : expression.expression().properties();
    }

    @Override
    public List<ContentExtension> extensions(int ordinal) {
        return ordinal < size() ? base().extensions(ordinal) : List.of();
    }

    @Override
    public @Nullable String status(int ordinal) {
        return base().status(focus(ordinal));
    }

    @Override
    public boolean isInactive(int ordinal) {
        return base().isInactive(focus(ordinal));
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return ordinal < size() && base().isAbstract(ordinal);
    }

    @Override
    public Optional<String> incompleteness(int ordinal) {
        return ordinal < size() ? base().incompleteness(ordinal) : Optional.empty();
    }

    @Override
    public boolean isDeprecated(int ordinal) {
        return base().isDeprecated(focus(ordinal));
    }

    @Override
    public int[] parents(int ordinal) {
        return base().parents(focus(ordinal));
    }

    @Override
    public int[] children(int ordinal) {
        return base().children(focus(ordinal));
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        if (ancestor < size() && descendant < size()) {
            return base().subsumes(ancestor, descendant);
        }
        return ancestor == descendant || descendants(ancestor).contains(descendant);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        var above = named(ordinal);
        var beneath = above == null
                ? base().descendants(ordinal).clone()
                : above.expression().descendants().clone();
        for (var at = 0; at < named.size(); at++) {
            var other = named.get(at).expression();
            if (above == null
                    ? other.passes("concept", "descendent-of", code(ordinal))
                    : above.expression().subsumes(other)) {
                beneath.add(size() + at);
            }
        }
        beneath.remove(ordinal);
        return beneath;
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        if (ordinal < size()) {
            return base().ancestors(ordinal);
        }
        var above = RoaringBitmap.bitmapOf(focus(ordinal));
        above.or(base().ancestors(focus(ordinal)));
        return above;
    }

    @Override
    public Optional<RoaringBitmap> filter(String property, String operator, String value) {
        var concepts = base().filter(property, operator, value);
        return named.isEmpty()
                ? concepts
                : concepts.map(found -> {
                    var passing = IntStream.range(0, named.size())
                            .filter(at -> named.get(at).expression().passes(property, operator, value))
                            .map(at -> size() + at);
                    var all = found.clone();
                    passing.forEach(all::add);
                    return all;
                });
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        var concepts = base().search(text, among);
        if (named.isEmpty()) {
            return concepts;
        }
        var wanted = text.toLowerCase(Locale.ROOT);
        var expressions = IntStream.range(size(), size() + named.size())
                .filter(among::contains)
                .filter(ordinal -> display(ordinal).toLowerCase(Locale.ROOT).contains(wanted));
        return IntStream.concat(IntStream.of(concepts), expressions).toArray();
    }
}
