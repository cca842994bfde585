package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.hms.registry.job.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A newcomer's first start: 5,000 synthetic records through the feed, and how well the registry found who is whom. */
final class AccuracyIT {

    private static final Logger LOG = LoggerFactory.getLogger(AccuracyIT.class);

    /** A hundredth under what was measured in 2026-11: .9991, .9146 and .9834; a floor only rises. */
    private static final double PRECISION = 0.989;

    private static final double RECALL = 0.905;
    private static final double B_CUBED = 0.973;

    @TempDir
    private Path home;

    @Test
    void whoIsWhomIsFoundAtLeastAsWellAsBefore() throws Exception {
        long start = System.nanoTime();
        try (var registry = RunningRegistry.withPeople(home.resolve("data"), 5_000)) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            var figures = evaluate(registry.configuration());
            LOG.info("5,000 records from the start to the last in {} s: {}", took.toSeconds(), figures);

            assertThat(figures.path("records").asInt()).isEqualTo(5_000);
            assertThat(figures.path("pairwisePrecision").asDouble()).isGreaterThan(PRECISION);
            assertThat(figures.path("pairwiseRecall").asDouble()).isGreaterThan(RECALL);
            assertThat(figures.path("bCubedF1").asDouble()).isGreaterThan(B_CUBED);
        }
    }

    /** As an operator asks, beside the running service. */
    private static JsonNode evaluate(Path configuration) throws Exception {
        var out = new StringWriter();
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .execute("evaluate", "--count", "5000", "--seed", "2026", "--json", "-c", configuration.toString());
        assertThat(code).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
