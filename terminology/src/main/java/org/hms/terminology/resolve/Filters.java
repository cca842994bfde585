package org.hms.terminology.resolve;

import java.util.List;
import org.hms.terminology.content.CodeSystemContent;
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
        return content.filter(filter.property(), filter.operator(), value).orElseThrow(() -> {
            var message =
                    Message.of("FILTER_NOT_UNDERSTOOD", filter.property(), filter.operator(), value, valueSet, url);
            return TerminologyProblem.refused(400, Issue.error("not-supported", place, message, "vs-invalid"));
        });
    }
}
