package org.hms.terminology.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.CircularValueSet;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.resolve.VersionOrder;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ListedCode;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Finds all members of a value set: the includes without the excludes, value sets within value sets, in no circle. */
final class MemberCollector {
    /** More members than this are not held at a time, in whatever pages they are asked for. */
    private static final int MOST = 500_000;

    private static final ConceptFilter NO_EXPRESSIONS = new ConceptFilter("expressions", "=", "false");

    private final Resolution resolution;
    private final ExpansionNotes notes;
    private final Map<String, Members> collected = new HashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    MemberCollector(Resolution resolution, ExpansionNotes notes) {
        this.resolution = resolution;
        this.notes = notes;
    }

    Members collect(ValueSetDefinition valueSet, TerminologyParameters parameters) {
        var name = valueSet.canonical();
        if (!name.isEmpty() && !path.add(name)) {
            throw CircularValueSet.problem(name, path);
        }
        requireNoLockedDate(valueSet);
        var listed = valueSet.expansion();
        var members = valueSet.composition() == null && listed != null
                ? listed(listed)
                : new Composing(valueSet, parameters).members();
        path.remove(name);
        return members;
    }

    private static void requireNoLockedDate(ValueSetDefinition valueSet) {
        if (valueSet.compositionOrNothing().lockedDate() != null) {
            var message = Message.literal("Cannot process ValueSet " + valueSet.canonical()
                    + " due to the presence of a lockedDate on the compose");
            throw TerminologyProblem.refused(422, Issue.error("business-rule", null, message, null));
        }
    }

    private Members listed(List<ListedCode> codes) {
        var members = new ArrayList<Member>();
        for (var code : codes) {
            var content = resolution.findByRules(code.system(), code.version()).orElse(null);
            var ordinal = content == null ? -1 : content.find(code.code());
            members.add(content == null || ordinal < 0 ? Member.of(code) : Member.of(content, ordinal, null));
        }
        return new Members(members, false, false, false);
    }

    /** The composition of one value set. */
    private final class Composing {
        private final ValueSetDefinition valueSet;
        private final TerminologyParameters parameters;
        private final boolean byVersion;
        private final boolean mergedByExclusion;
        private boolean flat;

        Composing(ValueSetDefinition valueSet, TerminologyParameters parameters) {
            this.valueSet = valueSet;
            this.parameters = parameters;
            var composition = valueSet.compositionOrNothing();
            var all = new ArrayList<>(composition.includes());
            all.addAll(composition.excludes());
            var versions = new HashMap<String, Set<String>>();
            all.stream()
                    .filter(selection -> selection.system() != null)
                    .forEach(selection -> versions.computeIfAbsent(
                                    Objects.requireNonNull(selection.system()), _ -> new HashSet<>())
                            .add(Objects.requireNonNullElse(selection.version(), "")));
            byVersion = versions.values().stream().anyMatch(several -> several.size() > 1);
            mergedByExclusion = parameters.flags().versionsMatch() == null
                    && VersionSplit.excludesOtherVersions(composition.includes(), composition.excludes());
        }

        Members members() {
            if (mergedByExclusion) {
                notes.flag("versionsMatch", true);
            }
            var composition = valueSet.compositionOrNothing();
            // First what is included: an exclude also meets the expressions that an include lists.
            var included = VersionOrder.newestFirst(composition.includes()).stream()
                    .map(include -> evaluate(include, place("include", composition.includes(), include), true))
                    .toList();
            var excluded = new HashSet<Member.Key>();
            for (var exclude : composition.excludes()) {
                evaluate(exclude, place("exclude", composition.excludes(), exclude), false)
                        .forEach(member -> excluded.add(key(member)));
            }
            if (included.size() == 1 && excluded.isEmpty()) {
                return new Members(included.getFirst(), byVersion, !flat, true);
            }
            var members = new LinkedHashMap<Member.Key, Member>();
            for (var some : included) {
                for (var member : some) {
                    if (!excluded.contains(key(member)) && members.putIfAbsent(key(member), member) != null) {
                        flat = true;
                    }
                }
                requireFew(members.size());
            }
            return new Members(List.copyOf(members.values()), byVersion, !flat, true);
        }

        private static String place(String kind, List<ConceptSelection> selections, ConceptSelection selection) {
            return "ValueSet.compose." + kind + "[" + selections.indexOf(selection) + "]";
        }

        private Member.Key key(Member member) {
            return member.key(byVersion && !parameters.versionsMatch() && !mergedByExclusion);
        }

        private List<Member> evaluate(ConceptSelection selection, String place, boolean included) {
            flat |= !selection.valueSets().isEmpty()
                    || !selection.concepts().isEmpty()
                    || selection.filters().size() > 1
                    || (selection.filters().isEmpty() && parameters.page().filter() != null);
            var imports = selection.valueSets().stream().map(this::imported).toList();
            if (selection.system() == null) {
                return imports.isEmpty() ? List.of() : intersection(imports);
            }
            var content = content(selection.system(), selection);
            notes.uses(content, valueSet.state());
            if (included) {
                sayUnclosed(content, selection);
            }
            var chosen = Selection.of(content, selection, parameters, place, valueSet.canonical());
            flat |= !selection.filters().isEmpty() && !content.hasHierarchy();
            return members(chosen, included ? shown(content, selection) : null, imports);
        }

        /** Expressions of a grammar belong to what nobody listed, unless they are ruled out. */
        private void sayUnclosed(CodeSystemContent content, ConceptSelection selection) {
            var ruledOut = Boolean.TRUE.equals(parameters.flags().excludePostCoordinated())
                    || selection.filters().contains(NO_EXPRESSIONS);
            if (content.isCompositional() && selection.concepts().isEmpty() && !ruledOut) {
                var url = content.header().url();
                notes.unclosed(
                        selection.filters().isEmpty()
                                ? "The code System '" + url + "' has a grammar and so has infinite members"
                                : null);
            }
        }

        /** Which concepts are shown; null where all are. */
        private @Nullable IntPredicate shown(CodeSystemContent content, ConceptSelection selection) {
            var noInactive =
                    parameters.isActiveOnly() || valueSet.compositionOrNothing().leavesInactiveOut();
            var noGroups = Boolean.TRUE.equals(parameters.flags().excludeNotForUi()) && selection.isWholeSystem();
            var noExpressions = Boolean.TRUE.equals(parameters.flags().excludePostCoordinated());
            if (!noInactive && !noGroups && !noExpressions) {
                return null;
            }
            return ordinal -> (!noInactive || !content.isInactive(ordinal))
                    && (!noGroups || !content.isAbstract(ordinal))
                    && (!noExpressions || ordinal < content.size());
        }

        private static List<Member> members(Selection chosen, @Nullable IntPredicate wanted, List<Members> imports) {
            var content = chosen.content();
            if (wanted == null && imports.isEmpty()) {
                return chosen.members();
            }
            var kept = IntStream.range(0, chosen.ordinals().length)
                    .filter(at -> wanted == null || wanted.test(chosen.ordinals()[at]))
                    .filter(at -> imports.stream()
                            .allMatch(other -> other.has(content.header().url(), content.code(chosen.ordinals()[at]))))
                    .toArray();
            return chosen.only(kept).members();
        }

        private static List<Member> intersection(List<Members> imports) {
            return imports.getFirst().list().stream()
                    .filter(member ->
                            imports.stream().skip(1).allMatch(other -> other.has(member.system(), member.code())))
                    .toList();
        }

        private CodeSystemContent content(String url, ConceptSelection selection) {
            var version = resolution.versionByRules(url, selection.version());
            var content = resolution
                    .findExactly(url, version)
                    .orElseThrow(() -> UnknownForExpansion.system(url, version, resolution.versions(url)));
            resolution.requireVersion(content);
            return content;
        }

        private Members imported(String reference) {
            var pinned = resolution.pinned(reference);
            var other = resolution
                    .findValueSet(pinned, valueSet)
                    .orElseThrow(() -> UnknownForExpansion.valueSet(Canonical.of(pinned)));
            notes.uses(other, reference.startsWith("#"), valueSet.state());
            var known = collected.get(other.canonical());
            if (known != null && !other.canonical().isEmpty()) {
                return known;
            }
            var members = collect(other, parameters);
            collected.put(other.canonical(), members);
            return members;
        }
    }

    private void requireFew(int members) {
        if (members > MOST) {
            throw TooCostly.problem(String.join(" ", path), MOST);
        }
    }
}
