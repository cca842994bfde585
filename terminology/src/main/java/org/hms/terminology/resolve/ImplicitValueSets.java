package org.hms.terminology.resolve;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Value sets that follow from a code system and that nobody wrote: all its codes ({@code url?fhir_vs}, {@code url/vs}, or
 * the URL it gives itself), a code and all beneath it ({@code ?fhir_vs=isa/CODE}), a reference set
 * ({@code ?fhir_vs=refset/CODE}) or an expression ({@code ?fhir_vs=ecl/EXPRESSION}).
 */
final class ImplicitValueSets {
    private static final String QUERY = "?fhir_vs";
    private static final String ALL = "/vs";
    private static final String SNOMED = "http://snomed.info/sct";

    private final Resolution resolution;

    ImplicitValueSets(Resolution resolution) {
        this.resolution = resolution;
    }

    Optional<ValueSetDefinition> find(String url, @Nullable String version) {
        var query = url.indexOf(QUERY);
        if (query >= 0) {
            return byQuery(url, url.substring(0, query), url.substring(query + QUERY.length()), version);
        }
        var own = resolution.sent().codeSystems().stream()
                .filter(content -> url.equals(content.header().valueSet()))
                .findFirst();
        if (own.isPresent()) {
            return whole(url, own.get().header().url(), version);
        }
        return url.endsWith(ALL)
                ? whole(url, url.substring(0, url.length() - ALL.length()), version)
                : Optional.empty();
    }

    private Optional<ValueSetDefinition> whole(String url, String system, @Nullable String version) {
        return resolution
                .findExactly(system, version)
                .map(content -> ValueSetDefinition.of(
                        url,
                        content.header().version(),
                        ConceptSelection.wholeSystem(system, content.header().version())));
    }

    private Optional<ValueSetDefinition> byQuery(String url, String base, String query, @Nullable String version) {
        // An edition of SNOMED CT names its version in the URL itself.
        var edition = base.startsWith(SNOMED + "/");
        var system = edition ? SNOMED : base;
        var wanted = edition ? base : version;
        if (query.isEmpty()) {
            return whole(url, system, wanted);
        }
        var filter = filter(query);
        return filter == null
                ? Optional.empty()
                : resolution
                        .findExactly(system, wanted)
                        .filter(content ->
                                !filter.operator().equals("is-a") || content.find(String.valueOf(filter.value())) >= 0)
                        .filter(content -> Filters.selected(content, filter).isPresent())
                        .map(content -> ValueSetDefinition.of(
                                url,
                                content.header().version(),
                                new ConceptSelection(
                                        system, content.header().version(), List.of(), List.of(filter), List.of())));
    }

    private static @Nullable ConceptFilter filter(String query) {
        if (query.startsWith("=isa/")) {
            return new ConceptFilter("concept", "is-a", query.substring("=isa/".length()));
        }
        if (query.startsWith("=refset/")) {
            return new ConceptFilter("concept", "in", query.substring("=refset/".length()));
        }
        if (query.startsWith("=ecl/")) {
            return new ConceptFilter("constraint", "=", query.substring("=ecl/".length()));
        }
        return null;
    }
}
