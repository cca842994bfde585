package org.hms.registry.openrefine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check tells the specification's right examples from its wrong ones. */
final class SchemaCheckTest {

    private static final Path SPECIFICATION =
            Path.of(System.getProperty("registry.shared", "../../shared"), "data/openrefine/0.2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest",
                "reconciliation-query-batch",
                "reconciliation-result-batch",
                "data-extension-response",
                "suggest-entities-response",
                "suggest-types-response"
            })
    void rightExamplesPassAndWrongOnesFail(String schema) throws Exception {
        var examples = SPECIFICATION.resolve("examples").resolve(schema);
        assumeTrue(Files.isDirectory(examples), "Skipped: the specification's examples are not beside the project");
        try (var files = Files.walk(examples)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var faults = SchemaCheck.faults(
                        SPECIFICATION.resolve("schemas"), schema + ".json", new ObjectMapper().readTree(file.toFile()));
                boolean right = file.getParent().endsWith("valid");
                assertThat(faults.isEmpty())
                        .as(file.getFileName() + " " + faults)
                        .isEqualTo(right);
            }
        }
    }
}
