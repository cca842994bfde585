package org.hms.terminology.valueset;

import java.util.List;

/** Where value sets are found; all versions of one, in no order. */
public interface ValueSets {

    List<ValueSetDefinition> versionsOf(String url);
}
