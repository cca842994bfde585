package org.hms.registry.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What is wrong with the database as a whole when something failed: nobody's request is to blame, and it may pass. */
public enum DatabaseTrouble {
    /** It does not answer, has just ended, or is starting. */
    UNAVAILABLE,
    /** It has no room to write. */
    FULL;

    private static final String DISK_FULL = "53100";

    /** By SQLSTATE, anywhere among the causes; empty when the failure is another one. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageFull) {
                return Optional.of(FULL);
            }
            if (cause instanceof SQLException sql) {
                var trouble = of(sql);
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
        }
        return Optional.empty();
    }

    public static boolean affects(Throwable failure) {
        return of(failure).isPresent();
    }

    private static Optional<DatabaseTrouble> of(SQLException sql) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals(DISK_FULL)) {
            return Optional.of(FULL);
        }
        // Connection exceptions, insufficient resources, operator intervention, system errors.
        boolean passing =
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58");
        return passing
                        || sql instanceof SQLTransientConnectionException
                        || sql instanceof SQLNonTransientConnectionException
                ? Optional.of(UNAVAILABLE)
                : Optional.empty();
    }
}
