package org.hms.terminology.content;

import java.util.List;

/** Where code systems are found; all versions of one, in no order. */
public interface CodeSystems {

    List<CodeSystemContent> versionsOf(String url);
}
