package org.hms.terminology.resolve;

import java.util.List;
import java.util.Optional;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.ecl.EclException;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.valueset.ConceptFilter;
import org.roaringbitmap.RoaringBitmap;

/** The filters of one include or exclude, which all must hold. */
public final class Filters {

    private Filters() {}

    /** What they select; the caller does not change it. Refuses a filter without a value, or that is not understood. */
    public static RoaringBitmap select(
            CodeSystemContent content, List<ConceptFilter> filters, String place, String valueSet) {
        var selected = select(content, filters.getFirst(), place + ".filter[0]", valueSet);
        for (var at = 1; at < filters.size(); at++) {
            var more = select(content, filters.get(at), place + ".filter[" + at + "]", valueSet);
            selected = RoaringBitmap.and(selected, more);
        }
        return selected;
    }

    private static RoaringBitmap select(
            CodeSystemContent content, ConceptFilter filter, String place, String valueSet) {
        var value = filter.value();
        var url = content.header().url();
        if (value == null || value.isEmpty()) {
            var message = Message.of(
                    "UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE", url, filter.property(), filter.operator());
            throw TerminologyProblem.refused(400, Issue.error("invalid", place, message, "vs-invalid"));
        }
        return selected(content, filter).orElseThrow(() -> {
            var message =
                    Message.of("FILTER_NOT_UNDERSTOOD", filter.property(), filter.operator(), value, valueSet, url);
            return TerminologyProblem.refused(400, Issue.error("not-supported", place, message, "vs-invalid"));
        });
    }

    /** Empty where the system knows no such property or operator. */
    static Optional<RoaringBitmap> selected(CodeSystemContent content, ConceptFilter filter) {
        var value = String.valueOf(filter.value());
        try {
            return content.filter(filter.property(), filter.operator(), value);
        } catch (EclException e) {
            var message = Message.of("INVALID_ECL", value, String.valueOf(e.getMessage()));
            throw TerminologyProblem.refused(400, Issue.error("invalid", null, message, "vs-invalid"));
        }
    }
}
