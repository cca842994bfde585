package org.hms.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs the recipe on the files of one folder and prints time by phase, memory, and precision, recall and F1. */
public final class DuckDbPeer {

    private static final int RANDOM_PAIRS = 1_000_000;
    private static final double RECALL_OF_RULES = 0.6;
    private static final List<String> BLOCKING = List.of(
            "l.surname1 = r.surname1 AND l.dob = r.dob",
            "l.given1 = r.given1 AND l.dob = r.dob",
            "l.surname2 = r.surname2 AND l.dob = r.dob",
            "l.cedula = r.cedula",
            "l.given = r.given AND l.surname1 = r.surname1 AND l.surname2 = r.surname2",
            "l.given1 = r.given1 AND l.surname1 = r.surname1 AND year(l.born) = year(r.born)",
            "l.phone = r.phone AND l.given1 = r.given1",
            "l.surname1 = r.surname2 AND l.dob = r.dob",
            "l.surname2 = r.surname1 AND l.dob = r.dob");

    private final Connection db;
    private final Path folder;
    private final double cut;
    private final long began = System.nanoTime();
    private long phaseBegan = began;

    private DuckDbPeer(Connection db, Path folder, double probability) {
        this.db = db;
        this.folder = folder;
        cut = Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /** @param args the folder with people.csv and truth.csv, and the match probability from which pairs are linked */
    public static void main(String[] args) throws SQLException, IOException {
        if (args.length < 1) {
            System.err.println("Usage: benchmarks/peer-duckdb DIR [PROBABILITY]");
            System.exit(2);
        }
        var probability = args.length > 1 ? Double.parseDouble(args[1]) : 0.95;
        try (var db = DriverManager.getConnection("jdbc:duckdb:")) {
            new DuckDbPeer(db, Path.of(args[0]).toAbsolutePath(), probability).run();
        }
    }

    private void run() throws SQLException, IOException {
        execute("SET threads = 2; SET preserve_insertion_order = false; SET temp_directory = '"
                + folder.resolve("duckdb.tmp") + "'; SELECT setseed(0.42)");
        execute("CREATE TABLE raw AS SELECT * FROM read_csv('" + folder
                + "/people.csv', header = true, all_varchar = true, delim = ',', quote = '\"')");
        phase("read");
        script("standardise.sql");
        phase("standardise");
        execute(
                "CREATE TABLE sample AS SELECT 1 + floor(random() * t.k) AS a, 1 + floor(random() * t.k) AS b FROM range("
                        + RANDOM_PAIRS + "), (SELECT count(*) AS k FROM people) t");
        var parameters = new Parameters(
                patterns("sample s JOIN people l ON l.n = s.a JOIN people r ON r.n = s.b WHERE s.a <> s.b"));
        phase("u from random pairs");
        var prior = prior();
        phase("prior");
        learn(parameters, "l.cedula = r.cedula", List.of("cedula"));
        learn(parameters, BLOCKING.get(4), List.of("given", "surname1", "surname2"));
        phase("m by EM");
        execute("CREATE TABLE blocked AS " + blockedPairs());
        phase("block");
        execute("CREATE TABLE scored AS SELECT l, r, " + prior + " + " + Comparison.weight(parameters)
                + " AS weight FROM ("
                + Comparison.levelsOf("blocked b JOIN people l ON l.n = b.l JOIN people r ON r.n = b.r") + ")");
        phase("score");
        new Components(db).find(cut);
        phase("connected components");
        System.out.printf("%-24s %8.2f s%n", "total", (System.nanoTime() - began) / 1e9);
        System.out.println(peakMemory());
        script("evaluate.sql");
        report();
        System.out.printf("prior %.2f bits, threshold %.2f bits%n%s", prior, cut, parameters);
    }

    /** The chance that two random records match, in bits: pairs of deterministic rules over their supposed recall. */
    private double prior() throws SQLException {
        var rules = "SELECT l.n AS l, r.n AS r FROM people l JOIN people r ON ";
        var found = number("SELECT count(*) FROM (" + rules
                + "l.cedula = r.cedula AND l.given1 = r.given1 AND l.n < r.n UNION " + rules
                + "l.given1 = r.given1 AND l.surname1 = r.surname1 AND l.dob = r.dob AND l.n < r.n)");
        var people = number("SELECT count(*) FROM people");
        return Math.log(found / RECALL_OF_RULES / (people * (people - 1) / 2)) / Math.log(2);
    }

    private void learn(Parameters parameters, String block, List<String> fixed) throws SQLException {
        parameters.learn(patterns("people l JOIN people r ON " + block + " AND l.n < r.n"), fixed);
    }

    /** Each pair once, by the first rule that finds it. */
    private static String blockedPairs() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < BLOCKING.size(); i++) {
            var earlier = new StringBuilder();
            for (var rule : BLOCKING.subList(0, i)) {
                earlier.append(" AND NOT coalesce(").append(rule).append(", false)");
            }
            parts.add("SELECT l.n AS l, r.n AS r FROM people l JOIN people r ON " + BLOCKING.get(i) + " AND l.n < r.n"
                    + earlier);
        }
        return String.join(" UNION ALL ", parts);
    }

    private List<Parameters.Pattern> patterns(String pairs) throws SQLException {
        var patterns = new ArrayList<Parameters.Pattern>();
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("SELECT " + Comparison.names() + ", count(*) FROM ("
                        + Comparison.levelsOf(pairs) + ") GROUP BY ALL")) {
            while (rows.next()) {
                var levels = new ArrayList<Integer>();
                for (int i = 1; i <= Comparison.ALL.size(); i++) {
                    levels.add(rows.getInt(i));
                }
                patterns.add(new Parameters.Pattern(levels, rows.getLong(Comparison.ALL.size() + 1)));
            }
        }
        return patterns;
    }

    private void report() throws SQLException {
        try (var statement = db.createStatement();
                var row = statement.executeQuery("SELECT * FROM figures")) {
            row.next();
            var pairs = row.getDouble("true_pairs");
            System.out.printf("pairs: %,.0f true, %,d blocked%n", pairs, row.getLong("blocked_pairs"));
            System.out.printf("blocking recall %.4f%n", row.getDouble("blocked_true") / pairs);
            print("pairs", row.getDouble("found_true"), row.getDouble("found_pairs"), pairs);
            print("clusters", row.getDouble("cluster_true"), row.getDouble("cluster_pairs"), pairs);
            System.out.printf("largest cluster %d%n", row.getLong("largest_cluster"));
        }
    }

    private static void print(String what, double right, double found, double all) {
        System.out.printf(
                "%-8s precision %.4f  recall %.4f  F1 %.4f%n",
                what, right / found, right / all, 2 * right / (found + all));
    }

    private static String peakMemory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "peak memory unknown: this system has no /proc";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("peak memory unknown");
    }

    private void phase(String name) {
        System.out.printf("%-24s %8.2f s%n", name, (System.nanoTime() - phaseBegan) / 1e9);
        phaseBegan = System.nanoTime();
    }

    private double number(String sql) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private void script(String name) throws SQLException {
        try (var resource = DuckDbPeer.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The script " + name + " is missing");
            }
            var sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            execute(sql.replace("${DIR}", folder.toString()).replace("${CUT}", String.valueOf(cut)));
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + name + " cannot be read", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }
}
