package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.hms.seed.hard.HardPeople;

/** Writes a synthetic person file that is hard to link: {@code HardPeopleFiles N SEED DIR}. */
public final class HardPeopleFiles {

    private HardPeopleFiles() {}

    /** @param args how many records, the seed, and the folder that receives the files */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("Usage: benchmarks/people N SEED DIR");
            System.exit(2);
        }
        long began = System.nanoTime();
        var folder = Path.of(args[2]);
        HardPeople.write(Long.parseLong(args[1]), Integer.parseInt(args[0]), folder);
        System.out.printf("%s records in %s, %.1f s%n", args[0], folder, (System.nanoTime() - began) / 1e9);
    }
}
