package org.hms.registry.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hms.registry.fhir.strict.StrictUrl;

/**
 * Reads a query against what the endpoint offers. Under strict handling the unknown and the malformed are refused by
 * name; under lenient handling they are ignored and missing from the self link. A modifier that a known parameter does
 * not have is always refused, since ignoring it would change the meaning.
 */
final class SearchParser {
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,100}");
    private static final Pattern SORT = Pattern.compile("-?[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

    private final SearchOffer offer;
    private final FhirSettings settings;
    private final boolean strict;
    private final List<SearchTerm> terms = new ArrayList<>();
    private final List<StrictUrl.Pair> understood = new ArrayList<>();

    SearchParser(SearchOffer offer, FhirSettings settings, boolean strict) {
        this.offer = offer;
        this.settings = settings;
        this.strict = strict;
    }

    SearchQuery parse(List<StrictUrl.Pair> pairs) {
        var control = new ResultControl(settings.defaultCount(), 0, List.of(), Set.of(), Set.of(), Rendering.FULL);
        for (var pair : pairs) {
            control = take(pair, control);
        }
        return new SearchQuery(terms, control, understood);
    }

    private ResultControl take(StrictUrl.Pair pair, ResultControl control) {
        var name = pair.name();
        if (pair.value().isBlank()) {
            return ignore(pair, "is empty", control);
        }
        return switch (name.replaceFirst(":iterate$", "")) {
            case "_format", "_pretty" -> keep(pair, control);
            case "_count" -> number(pair, settings.maxCount(), control, control::withCount);
            case "_offset" -> number(pair, Integer.MAX_VALUE / 2, control, control::withOffset);
            case "_summary", "_elements" -> rendering(pair, control);
            case "_total" ->
                Set.of("none", "estimate", "accurate").contains(pair.value())
                        ? keep(pair, control)
                        : ignore(pair, "is not none, estimate or accurate", control);
            case "_sort" -> sort(pair, control);
            case "_include" -> include(pair, offer.includes(), control, control::withInclude);
            case "_revinclude" -> include(pair, offer.revIncludes(), control, control::withRevInclude);
            default -> term(pair, control);
        };
    }

    private ResultControl term(StrictUrl.Pair pair, ResultControl control) {
        var term = SearchTerm.of(pair.name(), pair.value());
        if (offer.anything()) {
            terms.add(term);
            return keep(pair, control);
        }
        var declared = offer.find(term.declaredName());
        if (declared.isEmpty()) {
            return ignore(pair, "is not known here", control);
        }
        var modifier = term.modifier();
        if (modifier != null && !declared.get().modifiers().contains(modifier)) {
            throw FhirProblem.invalid("The search parameter " + safe(pair.name()) + " has a modifier that "
                    + term.declaredName() + " does not understand; it understands "
                    + declared.get().modifiers().stream().sorted().toList());
        }
        if (term.values().stream().anyMatch(String::isBlank)) {
            return ignore(pair, "has an empty alternative", control);
        }
        terms.add(term);
        return keep(pair, control);
    }

    private ResultControl number(
            StrictUrl.Pair pair, int cap, ResultControl control, Function<Integer, ResultControl> with) {
        if (!pair.value().matches("\\d{1,9}")) {
            return ignore(pair, "is not a whole number from 0 on", control);
        }
        return keep(pair, with.apply(Math.min(Integer.parseInt(pair.value()), cap)));
    }

    private ResultControl rendering(StrictUrl.Pair pair, ResultControl control) {
        if (pair.name().equals("_elements")) {
            var elements = new LinkedHashSet<>(List.of(pair.value().split(",")));
            return elements.stream().allMatch(e -> ELEMENT.matcher(e).matches())
                    ? keep(pair, control.withRendering(control.rendering().with(elements)))
                    : ignore(pair, "is not a list of element names", control);
        }
        var known = Map.of(
                "true", Rendering.Summary.TRUE,
                "false", Rendering.Summary.FALSE,
                "text", Rendering.Summary.TEXT,
                "data", Rendering.Summary.DATA,
                "count", Rendering.Summary.COUNT);
        var summary = known.get(pair.value().toLowerCase(Locale.ROOT));
        return summary == null
                ? ignore(pair, "is not true, false, text, data or count", control)
                : keep(pair, control.withRendering(control.rendering().with(summary)));
    }

    private ResultControl sort(StrictUrl.Pair pair, ResultControl control) {
        var keys = new ArrayList<ResultControl.SortKey>();
        for (var part : pair.value().split(",")) {
            var name = part.startsWith("-") ? part.substring(1) : part;
            if (!SORT.matcher(part).matches()
                    || !(offer.anything() || offer.sorts().contains(name))) {
                return ignore(pair, "names an order that is not offered", control);
            }
            keys.add(new ResultControl.SortKey(name, part.startsWith("-")));
        }
        return keep(pair, control.withSort(keys));
    }

    private ResultControl include(
            StrictUrl.Pair pair,
            Set<String> offered,
            ResultControl control,
            Function<Set<String>, ResultControl> with) {
        var wanted = offered.stream()
                .filter(include -> include.equals(pair.value())
                        || pair.value().equals("*")
                        || pair.value().startsWith(include + ":"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return wanted.isEmpty()
                ? ignore(pair, "names nothing that can come along", control)
                : keep(pair, with.apply(wanted));
    }

    private ResultControl keep(StrictUrl.Pair pair, ResultControl control) {
        understood.add(pair);
        return control;
    }

    private ResultControl ignore(StrictUrl.Pair pair, String why, ResultControl control) {
        if (strict) {
            throw FhirProblem.invalid("The search parameter " + safe(pair.name()) + " " + why);
        }
        return control;
    }

    private static String safe(String name) {
        return SAFE_NAME.matcher(name).matches() ? name : "(unprintable)";
    }
}
