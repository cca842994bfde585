package org.hms.registry.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementException;

/** Two wrote the next version of one thing at once: the other was first, and nothing of this is written. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String KEY_TAKEN = "23505";

    private Overtaken(Throwable cause) {
        super("The version that was to be written is another's", cause);
    }

    /** Does what writes a version; a key that is taken means that it is another's. */
    public static void unlessFirst(Runnable write) {
        try {
            write.run();
        } catch (StatementException e) {
            throw e.getCause() instanceof SQLException sql && KEY_TAKEN.equals(sql.getSQLState())
                    ? new Overtaken(e)
                    : e;
        }
    }
}
