package org.hms.terminology.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExpression;

/**
 * Whether a postcoordinated code may stand: by what WHO's tabulation says, which codes there are, where the extension codes
 * stand, and what titles say; and by the axes of its stem codes where they were imported. Where they were not, what holds for all
 * stems is asked. In which order extension codes stand means nothing.
 */
final class Icd11Clusters {
    /** The entities keep their numbers from release to release and in each language. */
    private static final String EXTENSION_CODES = "979408586";

    private static final String EXTERNAL_CAUSES = "1004338415";

    private static final String DESCRIPTORS = "1897222875";

    private static final String CONTEXTS = "1693181075";

    /** Extension codes of type 2 say something of any stem: why, when and how surely it was diagnosed, of whom. */
    private static final List<String> UNIVERSAL = List.of(DESCRIPTORS, CONTEXTS);

    /** Laterality and time in life: a stem has one value of each. So it has of each kind of descriptor of a diagnosis. */
    private static final List<String> ONE_VALUE = List.of("1435602785", "639052684");

    private final CodeSystemContent codes;
    private final Icd11Titles titles;

    Icd11Clusters(CodeSystemContent codes) {
        this.codes = codes;
        this.titles = new Icd11Titles(codes);
    }

    /** Empty where the text is a plain code or a cluster that may not stand. */
    Optional<ContentExpression> find(String text) {
        return Icd11Cluster.isCluster(text) && fault(text).isEmpty()
                ? Icd11Cluster.read(text).map(cluster -> new ClusterExpression(codes, cluster))
                : Optional.empty();
    }

    /** What is wrong with a cluster or a plain code; empty where it may stand. */
    Optional<String> fault(String text) {
        var read = Icd11Cluster.read(text);
        if (read.isEmpty()) {
            return Optional.of("A cluster has a code on both sides of each & and /");
        }
        var groups = read.get().groups().stream()
                .map(group -> new Icd11Cluster.Group(
                        group.stem(), group.extensions().stream().sorted().toList()))
                .toList();
        return groups.stream()
                .flatMap(group -> findWrong(group).stream())
                .findFirst()
                .or(() -> groups.stream()
                        .flatMap(group -> findUnsaid(group, groups).stream())
                        .findFirst());
    }

    private Optional<String> findWrong(Icd11Cluster.Group group) {
        if (isMissing(group.stem())) {
            return Optional.of("The code " + group.stem() + " is not in the release, or groups others");
        }
        if (isUnder(EXTENSION_CODES, group.stem())) {
            return Optional.of("The extension code " + group.stem() + " stands where a stem code belongs");
        }
        var seen = new HashSet<String>();
        for (var extension : group.extensions()) {
            if (isMissing(extension)) {
                return Optional.of("The code " + extension + " is not in the release, or groups others");
            }
            if (!isUnder(EXTENSION_CODES, extension)) {
                return Optional.of("The stem code " + extension + " follows an &; stem codes are joined by /");
            }
            if (!seen.add(extension)) {
                return Optional.of("The extension code " + extension + " stands twice");
            }
        }
        return axes(group)
                .map(axes -> findOffAxis(group, new Icd11AxisRules(codes, group, axes)))
                .orElseGet(() -> findTooMany(group.extensions()).or(() -> findNoFracture(group)))
                .or(() -> findSaidAlready(group));
    }

    private Optional<List<Icd11Axis>> axes(Icd11Cluster.Group group) {
        return Icd11Axes.find(codes, codes.find(group.stem()));
    }

    private Optional<String> findOffAxis(Icd11Cluster.Group group, Icd11AxisRules rules) {
        var strangers = rules.strangers();
        return strangers.stream()
                .filter(extension -> UNIVERSAL.stream().noneMatch(block -> isUnder(block, extension)))
                .findFirst()
                .map(extension ->
                        "The extension code " + extension + " is a value of no axis of the stem code " + group.stem())
                .or(rules::findTooMany)
                .or(() -> findTooMany(strangers));
    }

    private Optional<String> findUnsaid(Icd11Cluster.Group group, List<Icd11Cluster.Group> groups) {
        var others = groups.stream()
                .filter(other -> other != group)
                .map(Icd11Cluster.Group::stem)
                .toList();
        return axes(group)
                .filter(axes -> axes.stream().anyMatch(Icd11Axis::required))
                .flatMap(axes -> new Icd11AxisRules(codes, group, axes).findMissing(others));
    }

    private Optional<String> findNoFracture(Icd11Cluster.Group group) {
        return group.extensions().stream()
                .flatMap(extension -> titles.findNoFracture(group.stem(), extension).stream())
                .findFirst();
    }

    private Optional<String> findSaidAlready(Icd11Cluster.Group group) {
        return group.extensions().stream()
                .flatMap(extension -> titles.findSaidAlready(group.stem(), extension).stream())
                .findFirst();
    }

    private Optional<String> findTooMany(List<String> extensions) {
        var taken = new HashMap<String, String>();
        for (var extension : extensions) {
            var axis = findAxis(extension);
            var other = axis.isEmpty() ? null : taken.put(axis.get(), extension);
            if (other != null) {
                return Optional.of("Of " + other + " and " + extension + " a stem takes one");
            }
        }
        return Optional.empty();
    }

    /** Whatever takes one value, if the code is a value of such a thing. */
    private Optional<String> findAxis(String extension) {
        if (isUnder(EXTERNAL_CAUSES, extension)) {
            return Optional.of(outermost(extension, this::isCategory));
        }
        if (isUnder(DESCRIPTORS, extension)) {
            return Optional.of(outermost(extension, above -> isUnder(DESCRIPTORS, codes.code(above))));
        }
        return ONE_VALUE.stream().filter(axis -> isUnder(axis, extension)).findFirst();
    }

    /** The outermost of those that pass, from the code itself upwards. */
    private String outermost(String code, IntPredicate passes) {
        var outermost = code;
        for (var above = codes.find(code); above >= 0; ) {
            if (passes.test(above)) {
                outermost = codes.code(above);
            }
            var parents = codes.parents(above);
            above = parents.length == 0 ? -1 : parents[0];
        }
        return outermost;
    }

    private boolean isCategory(int ordinal) {
        return codes.properties(ordinal).stream()
                .anyMatch(property ->
                        property.code().equals("kind") && property.value().equals("category"));
    }

    private boolean isMissing(String code) {
        var ordinal = codes.find(code);
        return ordinal < 0 || codes.isAbstract(ordinal);
    }

    private boolean isUnder(String ancestor, String code) {
        var above = codes.find(ancestor);
        var ordinal = codes.find(code);
        return above >= 0 && ordinal >= 0 && above != ordinal && codes.subsumes(above, ordinal);
    }
}
