package org.hms.terminology.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentExpression;

/**
 * Whether a postcoordinated code may stand, by what WHO's tabulation says: which codes there are, where the extension codes
 * stand, and what titles say. Which axes a stem has, and which it must have, only WHO's interface says; a cluster is not refused for that.
 */
final class Icd11Clusters {
    /** The entities keep their numbers from release to release and in each language. */
    private static final String EXTENSION_CODES = "979408586";

    private static final String EXTERNAL_CAUSES = "1004338415";

    private static final String DESCRIPTORS = "1897222875";

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

    /** What is wrong with a cluster; empty where it may stand. */
    Optional<String> fault(String text) {
        var cluster = Icd11Cluster.read(text);
        return cluster.isEmpty()
                ? Optional.of("A cluster has a code on both sides of each & and /")
                : cluster.get().groups().stream()
                        .flatMap(group -> findWrong(group).stream())
                        .findFirst();
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
        return findTooMany(group)
                .or(() -> group.extensions().stream()
                        .flatMap(extension -> titles.fault(group.stem(), extension).stream())
                        .findFirst());
    }

    private Optional<String> findTooMany(Icd11Cluster.Group group) {
        var taken = new HashMap<String, String>();
        for (var extension : group.extensions()) {
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
