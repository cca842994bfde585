package org.hms.benchmarks.peer;

import java.sql.Connection;
import java.sql.SQLException;

/** Connected components by the smallest label that reaches each record, in as many rounds as needed. */
record Components(Connection db) {

    /** Leaves a table component (n, c) of all records that a pair above the cut connects. */
    void find(double cut) throws SQLException {
        execute("CREATE TABLE edge AS SELECT l AS a, r AS b FROM scored WHERE weight >= " + cut
                + " UNION ALL SELECT r, l FROM scored WHERE weight >= " + cut);
        execute("CREATE TABLE component AS SELECT a AS n, least(a, min(b)) AS c FROM edge GROUP BY a");
        var sum = sum();
        while (true) {
            execute("CREATE OR REPLACE TABLE reached AS SELECT e.a AS n, min(x.c) AS c FROM edge e "
                    + "JOIN component x ON x.n = e.b GROUP BY e.a");
            execute("CREATE OR REPLACE TABLE lower AS SELECT o.n, least(o.c, s.c) AS c FROM component o "
                    + "JOIN reached s USING (n)");
            execute("CREATE OR REPLACE TABLE component AS SELECT o.n, least(o.c, s.c) AS c FROM lower o "
                    + "JOIN lower s ON s.n = o.c");
            var next = sum();
            if (next == sum) {
                return;
            }
            sum = next;
        }
    }

    /** Labels only become smaller, so that an unchanged sum means that none has changed. */
    private double sum() throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("SELECT sum(c) FROM component")) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
