package org.hms.registry.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hms.seed.SeedData;

/** What a steward said of two rows that looked like one house, and why. */
public record StewardDecision(String left, String right, Answer answer, String reason) {

    private static final String SHIPPED = "facility-decisions";

    public enum Answer {
        SAME,
        DIFFERENT,
        CANNOT_TELL;

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The decisions about the lists that ship. */
    public static List<StewardDecision> shipped() {
        try (var rows = SeedData.rows(SeedData.dataSet(SHIPPED))) {
            return rows.map(row -> new StewardDecision(
                            row.getOrDefault("left", ""),
                            row.getOrDefault("right", ""),
                            answer(row.getOrDefault("decision", "")),
                            row.getOrDefault("reason", "")))
                    .toList();
        }
    }

    private static Answer answer(String code) {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A decision is not " + code));
    }
}
