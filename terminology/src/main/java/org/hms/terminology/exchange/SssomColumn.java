package org.hms.terminology.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of our SSSOM files in their order; those that begin with EXT are extension slots, declared in the header. */
enum SssomColumn {
    SUBJECT_ID,
    SUBJECT_LABEL,
    PREDICATE_ID,
    OBJECT_ID,
    MAPPING_JUSTIFICATION,
    AUTHOR_LABEL,
    REVIEWER_LABEL,
    MAPPING_DATE,
    MAPPING_TOOL,
    CONFIDENCE,
    OBJECT_SOURCE,
    COMMENT,
    /** What the author worked from, in words; SSSOM's mapping_source takes identifiers only. */
    EXT_EVIDENCE,
    /** A code looked at of which it is known that it is no match; SSSOM's NoTermFound names none. */
    EXT_REJECTED_CODE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SssomColumn::word).toList();
    }
}
