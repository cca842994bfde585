package org.hms.registry.docs;

import java.util.List;

/** A block of commands in a document, the line it begins at, and the texts its output must hold. */
record Example(String document, int line, String script, List<String> expectations) {
    Example {
        expectations = List.copyOf(expectations);
    }

    String place() {
        return document + ":" + line;
    }
}
