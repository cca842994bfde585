package org.hms.registry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a document's examples: each block fenced as {@code bash} is one, and the comments {@code <!-- expect: text -->} that
 * follow it say what its output holds. Blocks fenced otherwise are for the reader's eyes.
 */
final class MarkdownExamples {

    private static final Pattern EXPECTATION = Pattern.compile("<!-- expect: (.+?) -->");

    private MarkdownExamples() {}

    static List<Example> of(Path project, String document) throws IOException {
        var lines = Files.readAllLines(project.resolve(document));
        var examples = new ArrayList<Example>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).equals("```bash")) {
                int end = endOfBlock(lines, at, document);
                examples.add(new Example(
                        document,
                        at + 1,
                        String.join("\n", lines.subList(at + 1, end)),
                        expectations(lines.subList(end + 1, lines.size()))));
                at = end;
            }
        }
        return examples;
    }

    private static int endOfBlock(List<String> lines, int start, String document) {
        for (int at = start + 1; at < lines.size(); at++) {
            if (lines.get(at).equals("```")) {
                return at;
            }
        }
        throw new IllegalStateException("The block at " + document + ":" + (start + 1) + " has no end");
    }

    /** The comments directly after a block, up to the first line that is neither one of them nor empty. */
    private static List<String> expectations(List<String> after) {
        var expectations = new ArrayList<String>();
        for (var line : after) {
            var found = EXPECTATION.matcher(line);
            if (found.matches()) {
                expectations.add(found.group(1));
            } else if (!line.isBlank()) {
                break;
            }
        }
        return expectations;
    }
}
