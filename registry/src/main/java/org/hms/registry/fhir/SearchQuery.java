package org.hms.registry.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.StrictUrl;

/** The parameters of a request, in their order, with what was not understood left out. */
public record SearchQuery(List<SearchTerm> terms, ResultControl control, List<StrictUrl.Pair> understood) {

    private static final int CRITERIA_COUNT = 20;

    /** The criteria of a conditional interaction or of an entry in a bundle, as they stand behind the question mark. */
    public static SearchQuery ofCriteria(String query) {
        try {
            var pairs = StrictUrl.pairs(query);
            return new SearchQuery(
                    pairs.stream()
                            .map(pair -> SearchTerm.of(pair.name(), pair.value()))
                            .toList(),
                    new ResultControl(CRITERIA_COUNT, 0, List.of(), Set.of(), Set.of(), Rendering.FULL),
                    pairs);
        } catch (Malformed e) {
            throw FhirReader.malformed(e);
        }
    }

    public SearchQuery {
        terms = List.copyOf(terms);
        understood = List.copyOf(understood);
    }

    /** The same question narrowed by one more term, which the links of its pages carry too. */
    public SearchQuery and(String name, String value) {
        var more = Stream.concat(terms.stream(), Stream.of(SearchTerm.of(name, value)));
        var pairs = Stream.concat(understood.stream(), Stream.of(new StrictUrl.Pair(name, value)));
        return new SearchQuery(more.toList(), control, pairs.toList());
    }

    /** The terms of one declared parameter, such as {@code identifier} or {@code practitioner.identifier}. */
    public List<SearchTerm> terms(String declaredName) {
        return terms.stream()
                .filter(term -> term.declaredName().equals(declaredName))
                .toList();
    }

    public boolean has(String declaredName) {
        return terms.stream().anyMatch(term -> term.declaredName().equals(declaredName));
    }

    /** The first value of a parameter, for those that may stand once. */
    public Optional<String> first(String declaredName) {
        return terms(declaredName).stream().map(SearchTerm::value).findFirst();
    }

    public int count() {
        return control.count();
    }

    public int offset() {
        return control.offset();
    }

    /** Whether all are counted however many there are: by {@code _total=accurate}, or since nothing but the number is asked for. */
    public boolean wantsExactTotal() {
        return count() == 0
                || control.rendering().summary() == Rendering.Summary.COUNT
                || understood.contains(new StrictUrl.Pair("_total", "accurate"));
    }

    public boolean includes(String include) {
        return control.include().contains(include);
    }

    public boolean revIncludes(String include) {
        return control.revInclude().contains(include);
    }

    /** The query string of the page that starts at this offset: the same parameters in the same order. */
    public String page(int offset) {
        var kept = understood.stream()
                .filter(pair -> !pair.name().equals("_offset") && !pair.name().equals("_count"))
                .map(pair -> encode(pair.name()) + "=" + encode(pair.value()));
        var page = Stream.of("_count=" + count(), "_offset=" + offset);
        return Stream.concat(kept, page).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
