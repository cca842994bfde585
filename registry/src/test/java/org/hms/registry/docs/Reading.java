package org.hms.registry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One reader who types all examples of a document into one shell, in their order. */
final class Reading {

    private Reading() {}

    /** What one example printed, and the exit code of its last command. */
    record Printed(Example example, int exitCode, String output, String errors) {}

    static List<Printed> of(List<Example> examples, ServedRegistry registry) throws IOException, InterruptedException {
        var papers = Files.createTempDirectory(registry.home(), "reading");
        var script = papers.resolve("script");
        Files.writeString(script, registry.atOurPorts(script(examples, papers)));
        var shell = new ProcessBuilder("bash", script.toString())
                .directory(registry.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(papers.resolve("shell").toFile())
                .start();
        if (!shell.waitFor(3, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
        }
        var printed = new ArrayList<Printed>();
        for (int i = 0; i < examples.size(); i++) {
            printed.add(new Printed(
                    examples.get(i), exitCode(papers, i), text(papers, "out" + i), text(papers, "err" + i)));
        }
        return printed;
    }

    /** Variables live from one example to the next, as they do for someone who reads on. */
    private static String script(List<Example> examples, Path papers) {
        var script = new StringBuilder();
        for (int i = 0; i < examples.size(); i++) {
            script.append("""
                    {
                    %s
                    } > '%s/out%d' 2> '%s/err%d' < /dev/null
                    echo $? > '%s/code%d'
                    """.formatted(examples.get(i).script(), papers, i, papers, i, papers, i));
        }
        return script.toString();
    }

    private static int exitCode(Path papers, int number) throws IOException {
        var code = text(papers, "code" + number).strip();
        return code.isEmpty() ? -1 : Integer.parseInt(code);
    }

    private static String text(Path papers, String name) throws IOException {
        var file = papers.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
