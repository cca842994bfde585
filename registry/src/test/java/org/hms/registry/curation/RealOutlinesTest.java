package org.hms.registry.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hms.registry.territory.Outline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outlines that the country publishes of its departments and districts. */
final class RealOutlinesTest {

    private static final Path DATA = Path.of("../../shared/data/paraguay");

    @ParameterizedTest
    @CsvSource({"py_departments_naturalearth.geojson, 18", "py_districts_2012.geojson, 200"})
    void eachIsAnOutlineWithinTheCountry(String file, int atLeast) throws IOException {
        assumeTrue(Files.exists(DATA.resolve(file)), "Skipped: the test data are not beside the project");
        var features = new ObjectMapper().readTree(DATA.resolve(file).toFile()).path("features");

        assertThat(features.size()).isGreaterThanOrEqualTo(atLeast);
        assertThat(features)
                .allSatisfy(feature -> assertThat(Outline.of(feature.toString()).points())
                        .isNotEmpty()
                        .noneMatch(ProposalCheck::isOutside));
    }
}
