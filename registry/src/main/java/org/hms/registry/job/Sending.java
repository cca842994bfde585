package org.hms.registry.job;

import java.net.URI;
import picocli.CommandLine.Option;

/** To which service a command sends what it reads, and whether it does. */
final class Sending {

    private static final String HERE = "http://localhost:8080";

    @Option(names = "--url", description = "The service (default: ${DEFAULT-VALUE}).", defaultValue = HERE)
    private URI url = URI.create(HERE);

    @Option(names = "--dry-run", description = "Read and report; change nothing.")
    private boolean dryRun;

    URI url() {
        return url;
    }

    boolean dryRun() {
        return dryRun;
    }
}
