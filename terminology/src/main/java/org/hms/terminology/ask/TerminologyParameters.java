package org.hms.terminology.ask;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a question wishes: texts in which languages, which versions, which codes. A wish that was not uttered is null, for
 * an expansion repeats those that were.
 */
public record TerminologyParameters(
        @Nullable AcceptedLanguages displayLanguages,
        @Nullable AcceptedLanguages httpLanguages,
        List<String> designations,
        List<String> properties,
        List<VersionRule> versionRules,
        List<String> supplements,
        Flags flags,
        Page page) {

    /** What is switched on or off. */
    public record Flags(
            @Nullable Boolean activeOnly,
            @Nullable Boolean excludeNested,
            @Nullable Boolean excludeNotForUi,
            @Nullable Boolean excludePostCoordinated,
            @Nullable Boolean includeDesignations,
            @Nullable Boolean includeDefinition,
            @Nullable Boolean versionsMatch,
            @Nullable Boolean abstractAllowed,
            boolean inferSystem,
            boolean lenientDisplay,
            boolean membershipOnly) {
        public static final Flags NONE = new Flags(null, null, null, null, null, null, null, null, false, false, false);

        public Flags withVersionsMatch(boolean match) {
            return new Flags(
                    activeOnly,
                    excludeNested,
                    excludeNotForUi,
                    excludePostCoordinated,
                    includeDesignations,
                    includeDefinition,
                    match,
                    abstractAllowed,
                    inferSystem,
                    lenientDisplay,
                    membershipOnly);
        }
    }

    /** Which of the codes: those whose texts hold the filter's words, from an offset on, so many; negative is unsaid. */
    public record Page(@Nullable String filter, int offset, int count, int limit) {
        public static final Page ALL = new Page(null, -1, -1, 0);
    }

    public static final TerminologyParameters NONE =
            new TerminologyParameters(null, null, List.of(), List.of(), List.of(), List.of(), Flags.NONE, Page.ALL);

    public TerminologyParameters {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
        versionRules = List.copyOf(versionRules);
        supplements = List.copyOf(supplements);
    }

    /** The languages in which texts are wanted; null where none were named. */
    public @Nullable AcceptedLanguages languages() {
        return displayLanguages != null ? displayLanguages : httpLanguages;
    }

    /** The languages named, as messages show them. */
    public String languagesShown() {
        var languages = languages();
        return languages == null ? "--" : languages.named();
    }

    public boolean isActiveOnly() {
        return Boolean.TRUE.equals(flags.activeOnly());
    }

    public boolean versionsMatch() {
        return Boolean.TRUE.equals(flags.versionsMatch());
    }

    public TerminologyParameters withDisplayLanguages(AcceptedLanguages languages) {
        return new TerminologyParameters(
                languages, httpLanguages, designations, properties, versionRules, supplements, flags, page);
    }

    public TerminologyParameters withHttpLanguages(AcceptedLanguages languages) {
        return new TerminologyParameters(
                displayLanguages, languages, designations, properties, versionRules, supplements, flags, page);
    }

    public TerminologyParameters withDesignations(List<String> wanted) {
        return new TerminologyParameters(
                displayLanguages, httpLanguages, wanted, properties, versionRules, supplements, flags, page);
    }

    public TerminologyParameters withFlags(Flags other) {
        return new TerminologyParameters(
                displayLanguages, httpLanguages, designations, properties, versionRules, supplements, other, page);
    }

    public TerminologyParameters withPage(Page other) {
        return new TerminologyParameters(
                displayLanguages, httpLanguages, designations, properties, versionRules, supplements, flags, other);
    }

    /** The rules about one code system or value set. */
    public List<VersionRule> rulesFor(String url) {
        return versionRules.isEmpty()
                ? versionRules
                : versionRules.stream()
                        .filter(rule -> Objects.equals(rule.url(), url))
                        .toList();
    }
}
