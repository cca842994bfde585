package org.hms.terminology.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.ask.VersionRule;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.compile.SupplementedContent;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ComposedContent;
import org.hms.terminology.content.Supplement;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Issues;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Finds what one question means by its URLs: first among the resources that came with it, then among those the registry
 * holds, in the version that the question's rules say, with the supplements it asks for. Made for one question.
 */
public final class Resolution {
    private final KnownResources known;
    private final SentResources sent;
    private final TerminologyParameters parameters;
    private final Set<String> wantedSupplements = new LinkedHashSet<>();
    private final Set<String> foundSupplements = new LinkedHashSet<>();
    private final Set<VersionRule> appliedRules = new LinkedHashSet<>();
    private final Map<CodeSystemContent, CodeSystemContent> composed = new IdentityHashMap<>();

    public Resolution(KnownResources known, SentResources sent, TerminologyParameters parameters) {
        this.known = known;
        this.sent = sent;
        this.parameters = parameters;
        this.wantedSupplements.addAll(parameters.supplements());
    }

    public void wantSupplements(Collection<String> canonicals) {
        wantedSupplements.addAll(canonicals);
    }

    /** The rules that decided a version. */
    public Set<VersionRule> appliedRules() {
        return appliedRules;
    }

    public SentResources sent() {
        return sent;
    }

    public KnownResources known() {
        return known;
    }

    /** The version of a system that the rules say where this version, or none, is named. */
    public @Nullable String versionByRules(String url, @Nullable String named) {
        return decide(parameters.rulesFor(url), url, named);
    }

    private @Nullable String decide(List<VersionRule> rules, String url, @Nullable String named) {
        if (rules.isEmpty()) {
            return named;
        }
        var forced = single(rules, VersionRule.Mode.FORCE, url, "SYSTEM_VERSION_MULTIPLE_OVERRIDE");
        if (forced != null || named != null) {
            return forced != null ? forced : named;
        }
        var fallback = single(rules, VersionRule.Mode.DEFAULT, url, "SYSTEM_VERSION_MULTIPLE_DEFAULT");
        if (fallback != null) {
            return fallback;
        }
        return rules.stream()
                .filter(rule -> rule.mode() == VersionRule.Mode.CHECK)
                .findFirst()
                .map(this::applied)
                .orElse(null);
    }

    private @Nullable String single(List<VersionRule> rules, VersionRule.Mode mode, String url, String otherwise) {
        var fitting = rules.stream().filter(rule -> rule.mode() == mode).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        var first = fitting.getFirst().version();
        for (var rule : fitting) {
            if (!rule.version().equals(first)) {
                var message = Message.of(otherwise, url, first, rule.version());
                throw TerminologyProblem.refused(400, Issue.error("exception", null, message, "version-error"));
            }
        }
        return applied(fitting.getFirst());
    }

    private String applied(VersionRule rule) {
        appliedRules.add(rule);
        return rule.version();
    }

    /** The system in the version that the rules say. */
    public Optional<CodeSystemContent> findByRules(String url, @Nullable String version) {
        return findExactly(url, versionByRules(url, version));
    }

    /** The system in this version, or one that fits it as a pattern; the newest where none is named. */
    public Optional<CodeSystemContent> findExactly(String url, @Nullable String version) {
        var sentOnes = sent.codeSystems().stream()
                .filter(content ->
                        content.base() == null && content.header().url().equals(url))
                .map(CodeSystemContent.class::cast)
                .toList();
        var found = newest(sentOnes, version, Set.of("complete"))
                .or(() -> newest(known.versionsOf(url), version, Set.of("complete", "fragment")))
                .or(() -> newest(sentOnes, version, Set.of("fragment")));
        return found.map(content -> composed.computeIfAbsent(content, ComposedContent::of))
                .map(content -> supplemented(content, version));
    }

    private static Optional<CodeSystemContent> newest(
            Collection<CodeSystemContent> candidates, @Nullable String version, Set<String> modes) {
        return candidates.stream()
                .filter(content -> modes.contains(content.header().contentMode()))
                .filter(content -> version == null
                        || Versions.matches(version, content.header().version()))
                .max(Comparator.comparing(content -> content.header().version(), Versions.ORDER));
    }

    private CodeSystemContent supplemented(CodeSystemContent content, @Nullable String version) {
        var url = content.header().url();
        var mixed = new ArrayList<DefinedContent>();
        Stream.concat(sent.codeSystems().stream(), known.supplementsTo(url).stream())
                .filter(supplement -> isFor(supplement, url, version))
                .filter(supplement -> isWanted(supplement.asSupplement()))
                .forEach(supplement -> {
                    if (mixed.stream().noneMatch(other -> other.asSupplement().equals(supplement.asSupplement()))) {
                        mixed.add(supplement);
                    }
                });
        wantedSupplements.stream()
                .filter(wanted ->
                        mixed.stream().anyMatch(one -> one.asSupplement().isMeantBy(wanted)))
                .forEach(foundSupplements::add);
        return SupplementedContent.of(content, mixed);
    }

    private static boolean isFor(DefinedContent supplement, String url, @Nullable String version) {
        var base = supplement.base();
        if (base == null) {
            return false;
        }
        var meant = Canonical.of(base);
        return meant.url().equals(url)
                && (meant.version() == null || version == null || Versions.matches(meant.version(), version));
    }

    private boolean isWanted(Supplement supplement) {
        return supplement.languagePack() || wantedSupplements.stream().anyMatch(supplement::isMeantBy);
    }

    /** Refuses where a supplement that is asked for belongs to no code system that was met. */
    public void requireSupplements() {
        var missing = wantedSupplements.stream()
                .filter(wanted -> !foundSupplements.contains(wanted))
                .toList();
        if (!missing.isEmpty()) {
            var message = Message.counted(missing.size(), "VALUESET_SUPPLEMENT_MISSING", "", String.join(",", missing));
            throw TerminologyProblem.refused(422, Issue.error("not-found", null, message, "not-found"));
        }
    }

    public boolean wantsSupplements() {
        return !wantedSupplements.isEmpty();
    }

    /** A supplement under this URL, which is asked for as if it were a system of its own. */
    public Optional<DefinedContent> findSupplement(String url, @Nullable String version) {
        return sent.codeSystems().stream()
                .filter(content ->
                        content.base() != null && content.header().url().equals(url))
                .filter(content -> version == null
                        || Versions.matches(version, content.header().version()))
                .findFirst();
    }

    /** The versions that are known, sorted as text. */
    public List<String> versions(String url) {
        var versions = new TreeSet<String>();
        Stream.concat(
                        sent.codeSystems().stream()
                                .filter(content -> content.header().url().equals(url)),
                        known.versionsOf(url).stream())
                .forEach(content -> {
                    var version = content.header().version();
                    if (version != null) {
                        versions.add(version);
                    }
                });
        return List.copyOf(versions);
    }

    /** Tells that a check rule does not allow the version that was found. */
    public void checkVersion(CodeSystemContent content, Issues issues) {
        var url = content.header().url();
        var version = content.header().version();
        for (var rule : parameters.rulesFor(url)) {
            if (rule.mode() == VersionRule.Mode.CHECK && !Versions.matches(rule.version(), version)) {
                issues.add(versionCheck(url, version, rule));
            }
        }
    }

    private static Issue versionCheck(String url, @Nullable String version, VersionRule rule) {
        return Issue.error(
                "exception", null, Message.of("VALUESET_VERSION_CHECK", url, version, rule.version()), "version-error");
    }

    /** The same, where nothing can be answered without the version. */
    public void requireVersion(CodeSystemContent content) {
        var issues = new Issues();
        checkVersion(content, issues);
        if (issues.hasErrors()) {
            throw TerminologyProblem.refused(400, issues.list().getFirst());
        }
    }

    /** A value set by a canonical reference; {@code #id} is one contained in the value set that refers to it. */
    public Optional<ValueSetDefinition> findValueSet(String reference, @Nullable ValueSetDefinition from) {
        if (reference.startsWith("#")) {
            return from == null
                    ? Optional.empty()
                    : Optional.ofNullable(from.contained().get(reference.substring(1)));
        }
        var canonical = Canonical.of(reference);
        return findValueSet(canonical.url(), canonical.version());
    }

    public Optional<ValueSetDefinition> findValueSet(String url, @Nullable String version) {
        var sentOnes = sent.valueSets().stream()
                .filter(valueSet -> url.equals(valueSet.url()))
                .toList();
        return newest(sentOnes, version)
                .or(() -> newest(known.valueSets().versionsOf(url), version))
                .or(() -> new ImplicitValueSets(this).find(url, version));
    }

    private static Optional<ValueSetDefinition> newest(List<ValueSetDefinition> candidates, @Nullable String version) {
        return candidates.stream()
                .filter(valueSet -> version == null || Versions.matches(version, valueSet.version()))
                .max(Comparator.comparing(ValueSetDefinition::version, Versions.ORDER));
    }

    /** The reference with the version that the rules for value sets say. */
    public String pinned(String reference) {
        if (reference.startsWith("#")) {
            return reference;
        }
        var canonical = Canonical.of(reference);
        return Canonical.text(canonical.url(), versionByRules(canonical.url(), canonical.version()));
    }
}
