package org.hms.registry.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hms.matching.chart.TrainingPage;
import org.hms.matching.score.MatchModel;
import org.hms.matching.train.Training;

/**
 * What an interrupted deduplication need not do again: its training. The model is kept beside what it was learned from, and
 * taken up only where that is the same.
 */
final class DedupeCheckpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String learnedFrom;

    private DedupeCheckpoint(Path folder, String learnedFrom) {
        this.folder = folder;
        this.learnedFrom = learnedFrom;
    }

    /** One file as it was when it was learned from. */
    private record Input(String file, long bytes, String changed) {
        static Input of(Path file) throws IOException {
            return new Input(
                    file.toAbsolutePath().normalize().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toString());
        }
    }

    private record LearnedFrom(List<Input> files, String columns, String start, long seed) {}

    /**
     * @param columns the column mapping's file
     * @param start the hash of the model that training begins with
     */
    static DedupeCheckpoint in(Path folder, List<Path> files, Path columns, String start, long seed)
            throws IOException {
        var inputs = new ArrayList<Input>();
        for (var file : files) {
            inputs.add(Input.of(file));
        }
        return new DedupeCheckpoint(
                folder, JSON.writeValueAsString(new LearnedFrom(inputs, Files.readString(columns), start, seed)));
    }

    /** The model of an earlier run that was learned from the same. */
    Optional<MatchModel> model() throws IOException {
        boolean same = Files.exists(mark()) && Files.readString(mark()).equals(learnedFrom);
        return same && Files.exists(model("")) ? Optional.of(MatchModel.read(model(""))) : Optional.empty();
    }

    /** Writes the model and the training's report, and last the mark that they are whole. */
    void keep(Training training) {
        try {
            Files.deleteIfExists(mark());
            training.model().write(model(".part"));
            Files.move(model(".part"), model(""), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve("training.html"), TrainingPage.of(training));
            Files.writeString(mark(), learnedFrom);
        } catch (IOException e) {
            throw new UncheckedIOException("The trained model cannot be written", e);
        }
    }

    private Path model(String suffix) {
        return folder.resolve("model.yml" + suffix);
    }

    private Path mark() {
        return folder.resolve("learned-from.json");
    }
}
