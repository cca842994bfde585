package org.hms.terminology.valueset;

import java.util.List;
import java.util.Map;
import org.hms.terminology.content.PublicationState;
import org.jspecify.annotations.Nullable;

/** A value set by its definition, or by an expansion it came with. */
public record ValueSetDefinition(
        @Nullable String url,
        @Nullable String version,
        @Nullable String language,
        PublicationState state,
        @Nullable Composition composition,
        @Nullable List<ListedCode> expansion,
        List<ExpansionRule> rules,
        List<String> supplements,
        Map<String, ValueSetDefinition> contained,
        boolean derived,
        @Nullable String title) {
    public ValueSetDefinition {
        expansion = expansion == null ? null : List.copyOf(expansion);
        rules = List.copyOf(rules);
        supplements = List.copyOf(supplements);
        contained = Map.copyOf(contained);
    }

    /** The value set of all codes of a version of a system; nobody wrote it, so messages do not speak of it. */
    public static ValueSetDefinition ofSystem(String url, String system, @Nullable String version) {
        return of(url, version, ConceptSelection.wholeSystem(system, version), true);
    }

    /** A value set that follows from a code system and has one include. */
    public static ValueSetDefinition of(String url, @Nullable String version, ConceptSelection selection) {
        return of(url, version, selection, false);
    }

    private static ValueSetDefinition of(
            String url, @Nullable String version, ConceptSelection selection, boolean derived) {
        return new ValueSetDefinition(
                url,
                version,
                null,
                PublicationState.ACTIVE,
                new Composition(List.of(selection), List.of(), null, null),
                null,
                List.of(),
                List.of(),
                Map.of(),
                derived,
                null);
    }

    /** The same under a title that follows from its URL. */
    public ValueSetDefinition withTitle(@Nullable String name) {
        return new ValueSetDefinition(
                url, version, language, state, composition, expansion, rules, supplements, contained, derived, name);
    }

    /** The URL with the version where there is one; empty where it has no URL. */
    public String canonical() {
        if (url == null) {
            return "";
        }
        return version == null ? url : url + "|" + version;
    }

    /** The canonical as messages show it. */
    public String shown() {
        return url == null ? "(unidentified)" : canonical();
    }

    public Composition compositionOrNothing() {
        return composition == null ? Composition.NOTHING : composition;
    }
}
