package org.hms.registry.job;

import picocli.CommandLine.Option;

/** Which synthetic people: the same seed and count are the same people, every time. */
public final class PeopleOptions {

    @Option(names = "--count", description = "Source records (default: ${DEFAULT-VALUE}).", defaultValue = "5000")
    int count = 5_000;

    @Option(names = "--seed", description = "Seed of the generator (default: ${DEFAULT-VALUE}).", defaultValue = "2026")
    long seed = 2026;
}
