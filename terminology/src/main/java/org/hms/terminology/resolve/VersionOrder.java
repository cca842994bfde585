package org.hms.terminology.resolve;

import java.util.List;
import java.util.Objects;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.valueset.ConceptSelection;

/** The order in which includes are read. */
public final class VersionOrder {

    private VersionOrder() {}

    /** Among includes of one system the newest version first; others stay where they are. */
    public static List<ConceptSelection> newestFirst(List<ConceptSelection> includes) {
        return includes.size() < 2
                ? includes
                : includes.stream().sorted(VersionOrder::compare).toList();
    }

    private static int compare(ConceptSelection left, ConceptSelection right) {
        return Objects.equals(left.system(), right.system()) && left.version() != null && right.version() != null
                ? Versions.ORDER.compare(right.version(), left.version())
                : 0;
    }
}
