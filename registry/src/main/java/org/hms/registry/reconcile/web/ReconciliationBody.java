package org.hms.registry.reconcile.web;

import java.util.List;
import java.util.Map;
import org.hms.registry.reconcile.FacilityListFile;
import org.hms.registry.reconcile.InvalidFacilityList;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ReconciliationOrder;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The lists that a client sends; without a right one the left one is searched for twins. */
public record ReconciliationBody(
        @Nullable ListBody left, @Nullable ListBody right) {

    /**
     * One list.
     *
     * @param csv with a header line
     * @param id the column that names a row
     * @param columns headings by what they hold, where the usual ones do not
     */
    public record ListBody(
            @Nullable String csv,
            @Nullable String id,
            @Nullable Map<String, String> columns) {

        List<ListedFacility> facilities(String side) {
            if (csv == null || id == null) {
                throw ProblemException.badRequest("The list " + side + " has csv and id");
            }
            try {
                return FacilityListFile.read(csv, id, columns == null ? Map.of() : columns);
            } catch (InvalidFacilityList e) {
                throw ProblemException.unprocessable("The list " + side + " cannot be read: " + e.getMessage());
            }
        }
    }

    ReconciliationOrder order() {
        if (left == null) {
            throw ProblemException.badRequest("There is no list left");
        }
        return new ReconciliationOrder(left.facilities("left"), right == null ? null : right.facilities("right"));
    }
}
