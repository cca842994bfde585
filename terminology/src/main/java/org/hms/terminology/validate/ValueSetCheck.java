package org.hms.terminology.validate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.CircularValueSet;
import org.hms.terminology.resolve.Filters;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.resolve.VersionOrder;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ListedCode;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Asks one value set, and those it is made of, whether a code belongs to it. */
final class ValueSetCheck {
    private final ValueSetDefinition valueSet;
    private final TerminologyParameters parameters;
    private final Resolution resolution;
    private final Remarks remarks;
    private final Map<String, ValueSetCheck> others = new HashMap<>();
    private final VersionChoice versions;
    private final IncludeCheck includes;

    private ValueSetCheck(
            ValueSetDefinition valueSet, TerminologyParameters parameters, Resolution resolution, Remarks remarks) {
        this.valueSet = valueSet;
        this.parameters = parameters;
        this.resolution = resolution;
        this.remarks = remarks;
        this.versions = new VersionChoice(resolution, remarks);
        this.includes = new IncludeCheck(valueSet, parameters, remarks);
    }

    /** Finds what the value set refers to; refuses what is missing, broken or circular. */
    static ValueSetCheck prepare(
            ValueSetDefinition valueSet, TerminologyParameters parameters, Resolution resolution, Remarks remarks) {
        return prepare(valueSet, parameters, resolution, remarks, new LinkedHashSet<>());
    }

    private static ValueSetCheck prepare(
            ValueSetDefinition valueSet,
            TerminologyParameters parameters,
            Resolution resolution,
            Remarks remarks,
            Set<String> path) {
        var name = valueSet.canonical();
        if (!name.isEmpty() && !path.add(name)) {
            throw CircularValueSet.problem(name, path);
        }
        var check = new ValueSetCheck(valueSet, parameters, resolution, remarks);
        var composition = valueSet.compositionOrNothing();
        for (var at = 0; at < composition.includes().size(); at++) {
            check.prepare(composition.includes().get(at), "ValueSet.compose.include[" + at + "]", remarks, path);
        }
        for (var at = 0; at < composition.excludes().size(); at++) {
            var place = "ValueSet.compose.exclude[" + at + "]";
            check.prepare(composition.excludes().get(at), place, new Remarks(), path);
        }
        path.remove(name);
        return check;
    }

    private void prepare(ConceptSelection selection, String place, Remarks ofOthers, Set<String> path) {
        for (var reference : selection.valueSets()) {
            var pinned = resolution.pinned(reference);
            if (!others.containsKey(pinned)) {
                var other = resolution.findValueSet(pinned, valueSet).orElseThrow(() -> unknown(pinned));
                others.put(pinned, prepare(other, parameters, resolution, ofOthers, path));
            }
        }
        var system = selection.system();
        if (system != null && (!selection.filters().isEmpty() || resolution.wantsSupplements())) {
            var content = resolution.findByRules(system, selection.version());
            if (content.isPresent() && !selection.filters().isEmpty()) {
                Filters.select(content.get(), selection.filters(), place, valueSet.canonical());
            }
        }
    }

    private static TerminologyProblem unknown(String reference) {
        return TerminologyProblem.unresolved(
                Issue.error("not-found", null, Message.of("Unable_to_resolve_value_Set_", reference), "not-found"));
    }

    Membership check(AskedCode asked, String place, Finding finding) {
        if (valueSet.composition() != null) {
            return byComposition(asked, place, finding);
        }
        return valueSet.expansion() == null ? Membership.OUT : byExpansion(asked, place, finding);
    }

    private Membership byComposition(AskedCode asked, String place, Finding finding) {
        var composition = valueSet.compositionOrNothing();
        var chosen = versions.among(composition.includes(), asked);
        var result = Membership.OUT;
        var begun = remarks.issues().count();
        for (var include : VersionOrder.newestFirst(composition.includes())) {
            var before = remarks.issues().count();
            result = include(include, chosen, asked, place, finding);
            if (result == Membership.IN) {
                remarks.forgive(begun, before);
            }
            if (result != Membership.OUT) {
                break;
            }
        }
        if (result == Membership.IN) {
            for (var exclude : composition.excludes()) {
                if (excludes(exclude, asked, place)) {
                    return Membership.OUT;
                }
            }
        }
        return result;
    }

    private Membership include(
            ConceptSelection include, @Nullable String chosen, AskedCode asked, String place, Finding finding) {
        var result = Membership.IN;
        var system = include.system();
        if (system != null) {
            var isMeant = system.equals(asked.system())
                    && (chosen == null || chosen.equals(include.version()))
                    && VersionChoice.isUsed(
                            include,
                            asked.version(),
                            valueSet.compositionOrNothing().includes());
            result = isMeant ? inSystem(system, include, asked, place, finding) : Membership.OUT;
        }
        if (system == null && include.valueSets().isEmpty()) {
            return Membership.OUT;
        }
        for (var reference : include.valueSets()) {
            if (result != Membership.IN) {
                break;
            }
            var other = other(reference);
            remarks.state("ValueSet", other.valueSet.canonical(), other.valueSet.state(), valueSet.state());
            result = other.check(asked, place, finding);
        }
        return result;
    }

    private Membership inSystem(
            String system, ConceptSelection include, AskedCode asked, String place, Finding finding) {
        var version = versions.choose(system, include.version(), asked.version(), place);
        var ruled = resolution.versionByRules(system, version);
        var content = resolution.findExactly(system, ruled).orElse(null);
        if (content == null) {
            if (parameters.flags().membershipOnly()) {
                return Membership.OUT;
            }
            remarks.unknownSystem(system, version, resolution.versions(system), place);
            return Membership.UNKNOWN;
        }
        resolution.checkVersion(content, remarks.issues());
        finding.visit(content);
        sayState(content);
        if (includes.includes(include, content, code(asked), place, finding)) {
            finding.belongsTo(content);
            return Membership.IN;
        }
        return Membership.OUT;
    }

    private void sayState(CodeSystemContent content) {
        var header = content.header();
        remarks.state("CodeSystem", Canonical.text(header.url(), header.version()), content.state(), valueSet.state());
    }

    private boolean excludes(ConceptSelection exclude, AskedCode asked, String place) {
        var system = exclude.system();
        if (system != null) {
            if (!system.equals(asked.system())) {
                return false;
            }
            var content = resolution.findByRules(system, exclude.version());
            if (content.isEmpty()) {
                throw TerminologyProblem.unresolved(
                        Issue.error("not-found", null, Message.of("UNKNOWN_CODESYSTEM", system), "not-found"));
            }
            sayState(content.get());
            if (!includes.excludes(exclude, content.get(), code(asked))) {
                return false;
            }
        }
        return exclude.valueSets().stream()
                .allMatch(reference -> other(reference).check(asked, place, new Finding()) == Membership.IN);
    }

    private Membership byExpansion(AskedCode asked, String place, Finding finding) {
        var system = asked.system();
        var listed = Objects.requireNonNullElse(valueSet.expansion(), List.<ListedCode>of());
        var entry = listed.stream()
                .filter(one -> one.system().equals(system) && one.code().equals(asked.code()))
                .findFirst();
        if (entry.isEmpty() || system == null) {
            return Membership.OUT;
        }
        var version =
                entry.get().version() == null ? asked.version() : entry.get().version();
        var include = ConceptSelection.wholeSystem(system, version);
        return inSystem(system, include, asked, place, finding);
    }

    /** The systems in which the value set has the code; where it has it in none, those that have such a code. */
    Set<String> systemsOf(String code) {
        var having = new LinkedHashSet<String>();
        var knowing = new LinkedHashSet<String>();
        var listed = valueSet.expansion();
        if (valueSet.composition() == null && listed != null) {
            listed.stream().filter(one -> one.code().equals(code)).forEach(one -> having.add(one.system()));
            return having;
        }
        for (var include : valueSet.compositionOrNothing().includes()) {
            if (include.system() == null) {
                include.valueSets()
                        .forEach(reference -> having.addAll(other(reference).systemsOf(code)));
                continue;
            }
            var content =
                    resolution.findByRules(include.system(), include.version()).orElse(null);
            if (content != null && content.find(code) >= 0) {
                knowing.add(include.system());
                if (includes.excludes(include, content, code)) {
                    having.add(include.system());
                }
            }
        }
        return having.isEmpty() ? knowing : having;
    }

    private ValueSetCheck other(String reference) {
        return Objects.requireNonNull(others.get(resolution.pinned(reference)));
    }

    private static String code(AskedCode asked) {
        return Objects.requireNonNullElse(asked.code(), "");
    }
}
