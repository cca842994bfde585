package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.registry.RegistryApplication;

/**
 * How the service is started as a process of its own: from its jars and from what {@code registry rehearse} learned of them,
 * once for all tests; what was learned must fit, or it does not start. Where the tests run on folders of classes there is nothing to learn, and it starts without.
 */
final class LearnedStart {

    private static final List<String> COMMAND = learn();

    private LearnedStart() {}

    /** All that stands before the name of a command of the registry. */
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> learn() {
        var entries = System.getProperty("java.class.path").split(File.pathSeparator);
        var jars = Arrays.stream(entries)
                .filter(entry -> Files.isRegularFile(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        boolean packaged = Arrays.stream(entries).map(Path::of).noneMatch(entry -> entry.endsWith("target/classes"));
        if (!packaged) {
            return java(List.of(), System.getProperty("java.class.path"));
        }
        var cache = Path.of("target", "registry-tested.aot").toAbsolutePath();
        rehearse(java(List.of(), jars), cache);
        return java(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"), jars);
    }

    private static List<String> java(List<String> options, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, RegistryApplication.class.getName()));
        return command;
    }

    private static void rehearse(List<String> java, Path cache) {
        var command = new ArrayList<>(java);
        command.addAll(List.of("rehearse", "--people", "100", "--into", cache.toString()));
        command.addAll(List.of("-c", "config/registry.yml"));
        try {
            Files.deleteIfExists(cache);
            var process = new ProcessBuilder(command)
                    .directory(new File(".."))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("400 requests were answered");
            assertThat(cache).isNotEmptyFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
