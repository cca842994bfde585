package org.hms.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of the recipe: conditions in SQL from the strongest level down; what meets none is the last level, and a
 * missing value is level -1 and says nothing.
 *
 * @param frequency the table of term frequencies that adjusts the first level, where there is one
 */
record Comparison(
        String column, List<String> levels, @Nullable String frequency) {

    static final List<Comparison> ALL = List.of(
            name("given"),
            name("surname1"),
            name("surname2"),
            new Comparison(
                    "dob",
                    List.of(
                            "l.dob = r.dob",
                            "damerau_levenshtein(l.dob, r.dob) <= 1",
                            "abs(date_diff('day', l.born, r.born)) <= 31",
                            "abs(date_diff('day', l.born, r.born)) <= 366",
                            "abs(date_diff('day', l.born, r.born)) <= 3653"),
                    null),
            new Comparison("cedula", List.of("l.cedula = r.cedula", "levenshtein(l.cedula, r.cedula) <= 1"), null),
            new Comparison("sex", List.of("l.sex = r.sex"), null),
            new Comparison("phone", List.of("l.phone = r.phone"), null),
            new Comparison("district", List.of("l.district = r.district"), null));

    private static final String EQUAL = "2";

    private static Comparison name(String column) {
        var levels = List.of(">= " + EQUAL, ">= 0.92", ">= 0.88", ">= 0.7");
        return new Comparison(
                column,
                levels.stream().map(least -> "s_" + column + " " + least).toList(),
                "tf_" + column);
    }

    /** All levels, the one that meets no condition included. */
    int size() {
        return levels.size() + 1;
    }

    /** The levels of each pair as numbers, 0 the strongest, -1 where a value is missing; names are compared once. */
    static String levelsOf(String pairs) {
        var compared = ALL.stream().map(Comparison::compared).toList();
        var levels = ALL.stream().map(Comparison::level).toList();
        return "SELECT * EXCLUDE (s_given, s_surname1, s_surname2), " + String.join(", ", levels)
                + " FROM (SELECT l.n AS l, r.n AS r, greatest(l.tf_given, r.tf_given) AS tf_given, "
                + "greatest(l.tf_surname1, r.tf_surname1) AS tf_surname1, "
                + "greatest(l.tf_surname2, r.tf_surname2) AS tf_surname2, " + String.join(", ", compared)
                + " FROM " + pairs + ")";
    }

    private String compared() {
        if (frequency != null) {
            return String.format(
                    "CASE WHEN l.%1$s = r.%1$s THEN %2$s ELSE jaro_winkler_similarity(l.%1$s, r.%1$s) END AS s_%1$s",
                    column, EQUAL);
        }
        return cases("l." + column + " IS NULL OR r." + column + " IS NULL") + " AS c_" + column;
    }

    private String level() {
        return (frequency != null ? cases("s_" + column + " IS NULL") : "c_" + column) + " AS g_" + column;
    }

    private String cases(String missing) {
        var sql = new StringBuilder("CASE WHEN " + missing + " THEN -1");
        for (int i = 0; i < levels.size(); i++) {
            sql.append(" WHEN ").append(levels.get(i)).append(" THEN ").append(i);
        }
        return sql.append(" ELSE ").append(levels.size()).append(" END").toString();
    }

    static String names() {
        return String.join(", ", ALL.stream().map(c -> "g_" + c.column()).toList());
    }

    /** The sum of all weights in bits, term frequencies included, for rows with gammas and frequencies. */
    static String weight(Parameters parameters) {
        var terms = new ArrayList<String>();
        for (int i = 0; i < ALL.size(); i++) {
            var comparison = ALL.get(i);
            var sql = new StringBuilder("CASE g_" + comparison.column());
            for (int level = 0; level < comparison.size(); level++) {
                sql.append(" WHEN ").append(level).append(" THEN ").append(parameters.weight(i, level));
                if (level == 0 && comparison.frequency() != null) {
                    sql.append(" + log2(")
                            .append(parameters.u(i, 0))
                            .append(" / ")
                            .append(comparison.frequency())
                            .append(")");
                }
            }
            terms.add(sql.append(" ELSE 0 END").toString());
        }
        return String.join("\n + ", terms);
    }
}
