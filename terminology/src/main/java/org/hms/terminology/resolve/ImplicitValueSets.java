package org.hms.terminology.resolve;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
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

    /** The URL itself says which edition, or none; the value set has a version only where it is asked for by one. */
    private Optional<ValueSetDefinition> byQuery(String url, String base, String query, @Nullable String version) {
        var edition = base.startsWith(SystemUri.SNOMED_CT + "/");
        var system = edition ? SystemUri.SNOMED_CT : base;
        var wanted = edition ? base : resolution.versionByRules(system, version);
        var filter = filter(query);
        if (filter == null && !query.isEmpty()) {
            return Optional.empty();
        }
        return resolution
                .findExactly(system, wanted)
                .filter(content -> filter == null || isKnown(filter, content))
                .map(content -> ValueSetDefinition.of(
                                url,
                                version,
                                new ConceptSelection(
                                        system,
                                        content.header().version(),
                                        List.of(),
                                        filter == null ? List.of() : List.of(filter),
                                        List.of()))
                        .withTitle(title(system, query)));
    }

    private static boolean isKnown(ConceptFilter filter, CodeSystemContent content) {
        return (!filter.operator().equals("is-a") || content.find(String.valueOf(filter.value())) >= 0)
                && Filters.selected(content, filter).isPresent();
    }

    /** By the names that FHIR gives the value sets of SNOMED CT. */
    private static @Nullable String title(String system, String query) {
        if (!system.equals(SystemUri.SNOMED_CT)) {
            return null;
        }
        if (query.isEmpty()) {
            return "SNOMED CT Reference Set (All of SNOMED CT)";
        }
        var named = query.substring(query.indexOf('/') + 1);
        if (query.startsWith("=isa/")) {
            return "SNOMED CT Concept " + named + " and descendants";
        }
        return (query.startsWith("=refset/") ? "SNOMED CT Reference Set " : "SNOMED CT Concepts matching ") + named;
    }

    private static @Nullable ConceptFilter filter(String query) {
        if (query.startsWith("=isa/")) {
            return new ConceptFilter("concept", "is-a", query.substring("=isa/".length()));
        }
        if (query.startsWith("=refset/")) {
            return new ConceptFilter("refset", "=", query.substring("=refset/".length()));
        }
        if (query.startsWith("=ecl/")) {
            return new ConceptFilter("constraint", "=", query.substring("=ecl/".length()));
        }
        return null;
    }
}
