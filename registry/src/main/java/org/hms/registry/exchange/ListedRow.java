package org.hms.registry.exchange;

import java.util.Map;

/** A row of a list: where it stands, from 1, its id there, and all that it says under the list's own headings. */
public interface ListedRow {

    int number();

    String id();

    Map<String, String> cells();
}
