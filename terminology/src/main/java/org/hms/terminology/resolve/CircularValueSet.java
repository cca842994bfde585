package org.hms.terminology.resolve;

import java.util.Collection;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;

/** A value set that includes or excludes itself through others. */
public final class CircularValueSet {

    private CircularValueSet() {}

    public static TerminologyProblem problem(String canonical, Collection<String> path) {
        var message = Message.of("VALUESET_CIRCULAR_REFERENCE", canonical, path.toString());
        return TerminologyProblem.refused(422, Issue.error("processing", null, message, "vs-invalid"));
    }
}
