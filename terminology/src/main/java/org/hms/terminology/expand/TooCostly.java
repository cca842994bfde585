package org.hms.terminology.expand;

import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;

/** An expansion that has more codes than are given at a time. */
final class TooCostly {

    private TooCostly() {}

    static TerminologyProblem problem(String valueSet, int limit) {
        var message = Message.of("VALUESET_TOO_COSTLY", valueSet, ">" + limit);
        return TerminologyProblem.refused(422, Issue.error("too-costly", null, message, null));
    }
}
