package org.hms.registry.job;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hms.matching.score.ComparisonLevel;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.ModelDifferences;
import org.hms.matching.score.ModelDifferences.LevelChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says in what two models differ. Exit code 0 when in nothing, 1 otherwise, as diff does. */
@Command(
        name = "diff",
        description = "Say in what two models differ; the exit code is 0 when in nothing, 1 otherwise.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry model diff config/match-model.yml trained.yml --json"})
public final class ModelDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A model file.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "A model file.")
    private Path after = Path.of("");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var differences = ModelDifferences.between(MatchModel.read(before), MatchModel.read(after));
        output.print(differences, text(differences));
        return differences.none() ? 0 : 1;
    }

    private static String text(ModelDifferences differences) {
        if (differences.none()) {
            return "The two say the same.";
        }
        var text = new StringBuilder();
        for (var setting : differences.settings()) {
            text.append("%s: %s -> %s%n".formatted(setting.name(), shown(setting.before()), shown(setting.after())));
        }
        for (var change : differences.levels()) {
            text.append("%-44s %s -> %s%n"
                    .formatted(
                            change.comparison() + "/" + change.level(), side(change.before()), side(change.after())));
        }
        return text.append(summary(differences)).toString();
    }

    private static String summary(ModelDifferences differences) {
        double most = differences.levels().stream()
                .mapToDouble(ModelDiffCommand::bitsMoved)
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%d levels differ, by %.2f bits at most",
                differences.levels().size(),
                most);
    }

    private static double bitsMoved(LevelChange change) {
        var was = change.before();
        var is = change.after();
        return was == null || is == null ? 0 : Math.abs(is.weight() - was.weight());
    }

    private static String side(@Nullable ComparisonLevel level) {
        return level == null
                ? "none"
                : String.format(Locale.ROOT, "m %.3g u %.3g (%+.2f bits)", level.m(), level.u(), level.weight());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
