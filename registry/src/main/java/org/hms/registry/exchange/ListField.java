package org.hms.registry.exchange;

import java.util.List;
import java.util.Locale;

/** What a list may say of an entry, and the headings under which it usually does, the most telling first. */
public interface ListField {

    List<String> headings();

    String name();

    /** As a mapping writes it: {@code district-code}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
