package org.hms.terminology.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a postcoordinated code may stand, by what WHO's tabulation says: which codes there are and where the extension
 * codes stand. Which axes a stem has, and which it must have, only WHO's interface says; a cluster is not refused for that.
 */
public final class Icd11Clusters {
    /** The entities keep their numbers from release to release and in each language. */
    private static final String EXTENSION_CODES = "979408586";

    private static final String EXTERNAL_CAUSES = "1004338415";

    private static final String DESCRIPTORS = "1897222875";

    /** Laterality and time in life: a stem has one value of each. So it has of each kind of descriptor of a diagnosis. */
    private static final List<String> ONE_VALUE = List.of("1435602785", "639052684");

    private final CompiledCodeSystem codes;

    public Icd11Clusters(CompiledCodeSystem codes) {
        this.codes = codes;
    }

    /** What is wrong with the cluster, or its display. */
    public CodeValidation validate(String text, @Nullable String language) {
        var cluster = Icd11Cluster.read(text);
        if (cluster.isEmpty()) {
            return refuse("A cluster has a code on both sides of each & and /");
        }
        for (var group : cluster.get().groups()) {
            var wrong = findWrong(group);
            if (wrong.isPresent()) {
                return refuse(wrong.get());
            }
        }
        return new CodeValidation(true, display(cluster.get(), language), null);
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
        return findTooMany(group);
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
            return Optional.of(outermost(
                    extension, found -> "category".equals(found.properties().get("kind"))));
        }
        if (isUnder(DESCRIPTORS, extension)) {
            return Optional.of(outermost(extension, found -> isUnder(DESCRIPTORS, found.code())));
        }
        return ONE_VALUE.stream().filter(axis -> isUnder(axis, extension)).findFirst();
    }

    /** The outermost of those that pass, from the code itself upwards. */
    private String outermost(String code, Predicate<CodeLookup> passes) {
        var outermost = code;
        for (var above = codes.lookup(code); above.isPresent(); ) {
            if (passes.test(above.get())) {
                outermost = above.get().code();
            }
            var parent = above.get().parent();
            above = parent == null ? Optional.empty() : codes.lookup(parent);
        }
        return outermost;
    }

    private boolean isMissing(String code) {
        return codes.lookup(code)
                .map(found -> "true".equals(found.properties().get("notSelectable")))
                .orElse(true);
    }

    private boolean isUnder(String ancestor, String code) {
        return codes.subsumes(ancestor, code)
                .filter(outcome -> outcome == SubsumptionOutcome.SUBSUMES)
                .isPresent();
    }

    private String display(Icd11Cluster cluster, @Nullable String language) {
        return cluster.groups().stream()
                .map(group -> group.extensions().isEmpty()
                        ? display(group.stem(), language)
                        : display(group.stem(), language) + " & "
                                + group.extensions().stream()
                                        .map(code -> display(code, language))
                                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" / "));
    }

    private String display(String code, @Nullable String language) {
        return codes.lookup(code).map(found -> found.displayIn(language)).orElse(code);
    }

    private static CodeValidation refuse(String reason) {
        return new CodeValidation(false, null, reason);
    }
}
