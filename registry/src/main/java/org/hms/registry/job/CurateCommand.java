package org.hms.registry.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hms.registry.reconcile.CuratedFacility;
import org.hms.registry.reconcile.CuratedFile;
import org.hms.registry.reconcile.PairsFile;
import org.hms.registry.reconcile.SeedCuration;
import org.hms.registry.reconcile.StewardDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the one curated list out of the three that ship and the decisions recorded about them. */
@Command(
        name = "curate",
        description =
                "Make one list of the three facility lists that ship, by reconciling them and by recorded decisions.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Written to the folder: curated.csv, the list that ships; pairs.csv, what was matched or is for review.",
            "",
            "Example:",
            "  registry curate --out result"
        })
public final class CurateCommand implements Callable<Integer> {

    /** What the command prints. */
    public record Curated(int facilities, int waiting) {}

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out = Path.of("");

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        var curation = SeedCuration.with(StewardDecision.shipped());
        var facilities = curation.facilities();
        Files.createDirectories(out);
        try (var writer = Files.newBufferedWriter(out.resolve("curated.csv"))) {
            CuratedFile.write(facilities, writer);
        }
        try (var writer = Files.newBufferedWriter(out.resolve("pairs.csv"))) {
            PairsFile.write(curation.pairs(), writer);
        }
        int waiting = (int) facilities.stream().filter(CuratedFacility::waits).count();
        var text = "%,d facilities, of which %,d wait for a steward; see %s"
                .formatted(facilities.size(), waiting, out.resolve("curated.csv"));
        output.print(new Curated(facilities.size(), waiting), text);
        return 0;
    }
}
