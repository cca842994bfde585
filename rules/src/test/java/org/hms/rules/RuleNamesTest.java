package org.hms.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule has an id and a sentence for a name, keeps to the house's plain form, and is named in a test. */
final class RuleNamesTest {
    private static final Pattern RULE = Pattern.compile("^rule \"([^\"]*)\"", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("[A-Z]+-\\d\\d .+");

    @Test
    void everyRuleHasAnIdAndASentenceAndATest() throws IOException {
        var rules = ruleFiles().stream()
                .map(RuleNamesTest::text)
                .flatMap(text -> RULE.matcher(text).results())
                .toList();
        var tests = allText(Path.of("src/test/java"));

        assertThat(rules).hasSizeGreaterThan(30);
        assertThat(rules.stream().map(rule -> rule.group(1).split(" ")[0])).doesNotHaveDuplicates();
        for (var rule : rules) {
            assertThat(rule.group(1)).matches(NAME);
            assertThat(tests).containsPattern("\\b" + rule.group(1).split(" ")[0] + "\\b");
        }
    }

    @Test
    void noRuleHasAnOrderOfItsOwnOrChangesAFact() throws IOException {
        for (var file : ruleFiles()) {
            assertThat(text(file)).doesNotContainPattern("\\b(salience|update|modify|insert|retract|delete)\\b");
        }
    }

    private static List<Path> ruleFiles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).toList();
        }
    }

    private static String allText(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(RuleNamesTest::text).reduce("", String::concat);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
