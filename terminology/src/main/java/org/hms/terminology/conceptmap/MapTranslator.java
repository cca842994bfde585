package org.hms.terminology.conceptmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.conceptmap.MapMatch.Side;
import org.jspecify.annotations.Nullable;

/**
 * Reads concept maps as they were curated: no mapping is made better than it is, none are chained, and what is said of
 * unmapped codes is answered where a map says it.
 */
public final class MapTranslator {
    /** What the source is to the target, for each word R4 has for what the target is to the source. */
    private static final Map<String, String> TURNED =
            Map.of("wider", "narrower", "narrower", "wider", "subsumes", "specializes", "specializes", "subsumes");

    private final List<ConceptMapDefinition> all;

    /** All maps that are known, for a map may name another for what it leaves unmapped. */
    public MapTranslator(List<ConceptMapDefinition> all) {
        this.all = List.copyOf(all);
    }

    /** The answers of these maps; empty where none of them leads from the code's system. */
    public List<MapMatch> translate(List<ConceptMapDefinition> maps, MapQuestion question) {
        var matches = new ArrayList<MapMatch>();
        for (var map : maps) {
            matches.addAll(translate(map, question, new HashSet<>()));
        }
        return matches;
    }

    private List<MapMatch> translate(ConceptMapDefinition map, MapQuestion question, Set<String> visited) {
        var matches = new ArrayList<MapMatch>();
        if (!visited.add(map.canonical()) || !fitsScope(map, question)) {
            return matches;
        }
        for (var group : map.groups()) {
            if (!leads(group, question)) {
                continue;
            }
            var mappings = question.backwards() ? group.to(question.code()) : group.from(question.code());
            var holding = mappings.stream()
                    .filter(mapping -> holds(mapping, question))
                    .toList();
            holding.forEach(mapping -> matches.add(match(map, group, mapping, question.backwards())));
            if (mappings.isEmpty() && !question.backwards()) {
                matches.addAll(unmapped(map, group, question, visited));
            }
        }
        return matches;
    }

    private static boolean fitsScope(ConceptMapDefinition map, MapQuestion question) {
        var scope = question.backwards() ? map.sourceScope() : map.targetScope();
        return question.otherScope() == null
                || scope == null
                || question.otherScope().equals(scope);
    }

    private static boolean leads(MapGroup group, MapQuestion question) {
        var here = question.backwards() ? group.target() : group.source();
        var hereVersion = question.backwards() ? group.targetVersion() : group.sourceVersion();
        var there = question.backwards() ? group.source() : group.target();
        return here.equals(question.system())
                && (hereVersion == null
                        || question.version() == null
                        || Versions.matches(hereVersion, question.version()))
                && (question.otherSystem() == null || question.otherSystem().equals(there));
    }

    /** Whether what the mapping depends on is known to be so; what is not known does not speak against it. */
    private static boolean holds(MapTarget mapping, MapQuestion question) {
        return mapping.dependsOn().stream()
                .allMatch(needed -> question.dependencies().stream()
                        .filter(known -> known.property().equals(needed.property()))
                        .allMatch(known -> known.value().equals(needed.value())));
    }

    private static MapMatch match(ConceptMapDefinition map, MapGroup group, MapTarget mapping, boolean backwards) {
        var source = new Side(group.source(), group.sourceVersion(), mapping.sourceCode(), mapping.sourceDisplay());
        var code = mapping.targetCode();
        var target =
                code == null ? null : new Side(group.target(), group.targetVersion(), code, mapping.targetDisplay());
        var equivalence =
                backwards ? TURNED.getOrDefault(mapping.equivalence(), mapping.equivalence()) : mapping.equivalence();
        return new MapMatch(equivalence, source, target, map.canonical(), mapping.comment(), mapping.product());
    }

    private List<MapMatch> unmapped(
            ConceptMapDefinition map, MapGroup group, MapQuestion question, Set<String> visited) {
        var unmapped = group.unmapped();
        if (unmapped == null) {
            return List.of();
        }
        var source = new Side(group.source(), group.sourceVersion(), question.code(), null);
        return switch (unmapped.mode()) {
            case "provided" -> List.of(answer(map, source, "equal", target(group, question.code(), null)));
            case "fixed" ->
                unmapped.code() == null
                        ? List.of()
                        : List.of(answer(map, source, "inexact", target(group, unmapped.code(), unmapped.display())));
            case "other-map" ->
                find(unmapped.url()).stream()
                        .flatMap(other -> translate(other, question, visited).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static MapMatch answer(ConceptMapDefinition map, Side source, String equivalence, Side target) {
        return new MapMatch(equivalence, source, target, map.canonical(), null, List.of());
    }

    private static Side target(MapGroup group, String code, @Nullable String display) {
        return new Side(group.target(), group.targetVersion(), code, display);
    }

    private List<ConceptMapDefinition> find(@Nullable String url) {
        return all.stream()
                .filter(map -> Objects.equals(url, map.url()) || map.canonical().equals(url))
                .toList();
    }
}
