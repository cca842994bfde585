package org.hms.terminology.expand;

import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.valueset.ValueSetDefinition;

/** Expands value sets: who their members are first, then only the page that is asked for is written out. */
public final class ValueSetExpander {
    private static final int DEEPEST = 200;

    private final Resolution resolution;
    private final TerminologyParameters asked;
    private final Limits limits;

    /**
     * How many codes are given.
     *
     * @param whole at most, to one who does not ask for a page; who wants more does
     * @param page at most in one page
     */
    public record Limits(int whole, int page) {}

    public ValueSetExpander(Resolution resolution, TerminologyParameters asked, Limits limits) {
        this.resolution = resolution;
        this.asked = asked;
        this.limits = limits;
    }

    public ValueSetExpansion expand(ValueSetDefinition valueSet) {
        var parameters = withRules(asked, valueSet, true);
        resolution.wantSupplements(valueSet.supplements());
        var notes = new ExpansionNotes();
        notes.repeat(parameters);
        notes.warn(valueSet);
        var members = new MemberCollector(resolution, notes).collect(valueSet, parameters);
        resolution.requireSupplements();
        var page = parameters.page();
        var list = members.list();
        if (page.count() < 0 && list.size() > limits.whole()) {
            throw TooCostly.problem(String.valueOf(valueSet.url()), limits.whole());
        }
        var renderer = new ConceptRenderer(parameters, valueSet.language(), members.isByVersion(), notes);
        var contains = isTree(members, parameters) ? tree(list, renderer) : page(list, page, renderer);
        resolution.appliedRules().stream()
                .filter(rule -> !rule.canonical().equals(valueSet.canonical()))
                .forEach(rule -> notes.add(rule.parameter(), "uri", rule.canonical()));
        return new ValueSetExpansion(
                list.size(),
                page.offset() < 0 ? null : page.offset(),
                notes.list(),
                renderer.properties(),
                contains,
                notes.isUnclosed(),
                notes.unclosedReason());
    }

    /** What the value set's author wishes holds where the question says nothing. */
    public static TerminologyParameters withRules(
            TerminologyParameters asked, ValueSetDefinition valueSet, boolean anyLanguage) {
        var parameters = asked;
        for (var rule : valueSet.rules()) {
            switch (rule.name()) {
                case "displayLanguage" -> {
                    if (parameters.displayLanguages() == null) {
                        var languages = AcceptedLanguages.parse(rule.value());
                        parameters = languages.isEmpty()
                                ? parameters
                                : parameters.withDisplayLanguages(fallback(languages.get(), anyLanguage));
                    }
                }
                case "designation" -> {
                    var designations = new ArrayList<>(parameters.designations());
                    designations.add(rule.value());
                    parameters = parameters.withDesignations(designations);
                }
                case "versionsMatch" ->
                    parameters = parameters.withFlags(
                            parameters.flags().withVersionsMatch(rule.value().equals("true")));
                default -> {
                    // Other wishes of authors have no effect here.
                }
            }
        }
        var language = valueSet.language();
        if (parameters.httpLanguages() == null && language != null) {
            var languages = AcceptedLanguages.parse(language);
            return languages.isEmpty()
                    ? parameters
                    : parameters.withHttpLanguages(fallback(languages.get(), anyLanguage));
        }
        return parameters;
    }

    private static AcceptedLanguages fallback(AcceptedLanguages languages, boolean any) {
        return any ? languages.withFallback() : languages;
    }

    private boolean isTree(Members members, TerminologyParameters parameters) {
        var page = parameters.page();
        return members.isHierarchical()
                && !Boolean.TRUE.equals(parameters.flags().excludeNested())
                && page.offset() <= 0
                && (page.count() < 0 || page.count() > members.list().size())
                && members.list().size() <= limits.whole()
                && MemberTree.isForest(members.list())
                && depth(members.list()) <= DEEPEST;
    }

    private static int depth(List<Member> members) {
        var deepest = 0;
        for (var member : members) {
            var content = member.content();
            deepest = content == null
                    ? deepest
                    : Math.max(deepest, content.ancestors(member.ordinal()).getCardinality());
        }
        return deepest;
    }

    private static List<ExpandedConcept> tree(List<Member> members, ConceptRenderer renderer) {
        var tree = MemberTree.of(members);
        return tree.roots().stream().map(root -> tree.render(root, renderer)).toList();
    }

    private List<ExpandedConcept> page(
            List<Member> members, TerminologyParameters.Page page, ConceptRenderer renderer) {
        var from = Math.min(Math.max(page.offset(), 0), members.size());
        var count = page.count() < 0 ? limits.whole() : Math.min(page.count(), limits.page());
        var to = (int) Math.min((long) from + count, members.size());
        return members.subList(from, to).stream()
                .map(member -> renderer.render(member, List.of()))
                .toList();
    }
}
