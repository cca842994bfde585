package org.hms.registry.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the tutorial print is typed into a shell, against the service that they tell the reader to start. */
final class DocumentationIT {

    private static final List<String> DOCUMENTS = List.of("README.md", "docs/tutorial.md");

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicTest> everyExampleAnswersAsPrinted() throws Exception {
        for (var tool : List.of("bash", "curl")) {
            assumeTrue(installed(tool), "The documentation was NOT executed: " + tool + " is not installed");
        }
        var printed = new ArrayList<Reading.Printed>();
        try (var registry = ServedRegistry.start(project(), home.toRealPath())) {
            for (var document : DOCUMENTS) {
                printed.addAll(Reading.of(MarkdownExamples.of(project(), document), registry));
            }
        }
        return printed.stream().map(one -> DynamicTest.dynamicTest(one.example().place(), () -> requireAsPrinted(one)));
    }

    @Test
    void everyExampleSaysWhatToExpect() throws IOException {
        for (var document : DOCUMENTS) {
            assertThat(MarkdownExamples.of(project(), document))
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(example.expectations())
                            .as(example.place())
                            .isNotEmpty());
        }
    }

    private static void requireAsPrinted(Reading.Printed printed) {
        var example = printed.example();
        assertThat(printed.exitCode())
                .as(() -> "%s exit code; it printed:%n%s%n%s"
                        .formatted(example.place(), printed.output(), printed.errors()))
                .isZero();
        assertThat(printed.output())
                .as(() -> "%s (errors: %s)".formatted(example.place(), printed.errors()))
                .contains(example.expectations());
    }

    private static Path project() throws IOException {
        return Path.of("..").toRealPath();
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
