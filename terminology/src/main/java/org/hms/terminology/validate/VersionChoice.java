package org.hms.terminology.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.Severity;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.texts.ConceptTexts;
import org.hms.terminology.valueset.ConceptSelection;
import org.jspecify.annotations.Nullable;

/** Which version of a code system counts where value set, code and rules may each name one. */
final class VersionChoice {
    private final Resolution resolution;
    private final Remarks remarks;

    VersionChoice(Resolution resolution, Remarks remarks) {
        this.resolution = resolution;
        this.remarks = remarks;
    }

    /** The version in which the include is read; says where the code's own version contradicts it. */
    @Nullable
    String choose(String url, @Nullable String included, @Nullable String coded, String place) {
        var ruled = resolution.versionByRules(url, included);
        if (coded == null) {
            return ruled;
        }
        var chosen = ruled;
        if (ruled == null) {
            var fits = resolution.versions(url).stream().anyMatch(version -> Versions.matches(coded, version));
            chosen = fits ? coded : null;
        } else if (!coded.equals(ruled)
                && Versions.matches(ruled, coded)
                && resolution.findExactly(url, null).isPresent()) {
            chosen = coded;
        }
        var content = resolution.findByRules(url, chosen).orElse(null);
        if (content == null) {
            if (!coded.equals(chosen)) {
                contradicts(Severity.ERROR, Message.of("VALUESET_VALUE_MISMATCH", url, chosen, coded), place);
            }
        } else if (!Versions.matches(coded, content.header().version())) {
            explain(content, included, chosen, coded, place);
        }
        return chosen;
    }

    private void explain(
            CodeSystemContent content, @Nullable String included, @Nullable String chosen, String coded, String place) {
        var url = content.header().url();
        if (chosen == null) {
            var severity = content.isVersionNeeded() ? Severity.ERROR : Severity.WARNING;
            contradicts(
                    severity,
                    Message.of(
                            "VALUESET_VALUE_MISMATCH_DEFAULT",
                            url,
                            content.header().version(),
                            included,
                            coded),
                    place);
        } else if (!chosen.equals(included)) {
            contradicts(
                    Severity.ERROR, Message.of("VALUESET_VALUE_MISMATCH_CHANGED", url, chosen, included, coded), place);
        } else {
            contradicts(Severity.ERROR, Message.of("VALUESET_VALUE_MISMATCH", url, included, coded), place);
        }
        if (resolution.findExactly(url, coded).isEmpty()) {
            remarks.unknownSystem(url, coded, resolution.versions(url), place);
        }
    }

    private void contradicts(Severity severity, Message message, String place) {
        var issue = new Issue(severity, "invalid", AskedConcept.at(place, "version"), message, "vs-invalid");
        if (severity == Severity.ERROR) {
            remarks.say(issue);
        } else {
            remarks.add(issue);
        }
    }

    /**
     * Where the includes name several versions and the code none, the newest that has the code with this display; null
     * where all have it, or there is nothing to choose.
     */
    @Nullable
    String among(List<ConceptSelection> includes, AskedCode asked) {
        var url = asked.system();
        var versions = includes.stream()
                .filter(include -> Objects.equals(include.system(), url))
                .map(ConceptSelection::version)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (asked.version() != null || url == null || versions.size() < 2) {
            return null;
        }
        var holding = versions.stream()
                .filter(version -> resolution
                        .findByRules(url, version)
                        .filter(content -> holds(content, asked))
                        .isPresent())
                .collect(Collectors.toSet());
        if (holding.size() == versions.size()) {
            return null;
        }
        return (holding.isEmpty() ? versions : holding).stream().max(newest()).orElse(null);
    }

    private static Comparator<String> newest() {
        return Versions.ORDER::compare;
    }

    private static boolean holds(CodeSystemContent content, AskedCode asked) {
        var ordinal = content.find(Objects.requireNonNullElse(asked.code(), ""));
        return ordinal >= 0
                && (asked.display() == null
                        || ConceptTexts.of(content, ordinal).list().stream()
                                .anyMatch(text -> text.text().equals(asked.display())));
    }

    /** Whether an include in this version answers for a code in that one. */
    static boolean isUsed(ConceptSelection include, @Nullable String version, List<ConceptSelection> includes) {
        return version == null
                || version.equals(include.version())
                || includes.stream().noneMatch(other -> version.equals(other.version()));
    }

    /** The newest version of the system that the includes name. */
    static @Nullable String newestNamed(List<ConceptSelection> includes, @Nullable String system) {
        return includes.stream()
                .filter(include -> Objects.equals(include.system(), system) && include.version() != null)
                .map(ConceptSelection::version)
                .max(Versions.ORDER)
                .orElse(null);
    }
}
