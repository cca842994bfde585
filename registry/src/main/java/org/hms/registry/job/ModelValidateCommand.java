package org.hms.registry.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.matching.score.InvalidModel;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a model file and names the key at fault. Exit code 0 when it is a model, 1 when not. */
@Command(
        name = "validate",
        description = "Check a model file; the key at fault is named, and the exit code is 1.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry model validate trained.yml"})
public final class ModelValidateCommand implements Callable<Integer> {

    @ParentCommand
    private ModelCommand model = new ModelCommand();

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "A model file (default: the registry's own model).")
    private @Nullable Path file;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try {
            var read = model.read(file);
            output.print(answer(read), "valid: %s, %s".formatted(read.version(), read.hash()));
            return 0;
        } catch (InvalidModel invalid) {
            var fault = String.valueOf(invalid.getMessage());
            output.print(Map.of("valid", false, "fault", fault), fault);
            return 1;
        }
    }

    private static Map<String, Object> answer(MatchModel read) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("valid", true);
        answer.put("version", read.version());
        answer.put("hash", read.hash());
        return answer;
    }
}
