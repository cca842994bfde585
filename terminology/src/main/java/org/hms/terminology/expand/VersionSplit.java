package org.hms.terminology.expand;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hms.terminology.valueset.ConceptSelection;

/** Value sets that name several versions of one system. */
final class VersionSplit {

    private VersionSplit() {}

    /**
     * Whether all is of one system and the versions excluded are others than those included: then the author means the
     * codes of one version without those of another, and codes are compared without their versions.
     */
    static boolean excludesOtherVersions(List<ConceptSelection> includes, List<ConceptSelection> excludes) {
        if (includes.isEmpty() || excludes.isEmpty()) {
            return false;
        }
        var system = includes.getFirst().system();
        return Stream.concat(includes.stream(), excludes.stream())
                        .allMatch(
                                selection -> Objects.equals(selection.system(), system) && selection.version() != null)
                && includes.stream()
                        .noneMatch(include -> excludes.stream()
                                .anyMatch(exclude -> Objects.equals(exclude.version(), include.version())));
    }
}
