package org.hms.registry.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an unforeseen failure to the log under a number that the caller is told. Messages of exceptions are left out:
 * a database puts the values of a violated key into them.
 */
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int FRAMES = 40;
    private static final int CAUSES = 5;

    private Incidents() {}

    static String record(Throwable thrown) {
        var incident = UUID.randomUUID().toString();
        if (LOG.isErrorEnabled()) {
            LOG.error("Incident {}: {}", incident, trace(thrown));
        }
        return incident;
    }

    static String trace(Throwable thrown) {
        var text = new StringBuilder();
        var cause = thrown;
        for (var depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (var i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
