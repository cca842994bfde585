package org.hms.registry.job;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hms.registry.patient.store.IntegrityCheck;
import org.hms.registry.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says whether everything that must hold of the patient index holds; the service may go on running. */
@Command(
        name = "verify",
        description = "Check the patient index against all that must hold of it; changes nothing, the service may run.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 everything holds, 1 something does not (each rule with its count and some ids).",
            "",
            "Example:",
            "  registry verify --json"
        })
public final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var configuration = ConfigurationFile.read(registry.config());
        try (var database = Database.join(configuration.getDatabase(), configuration.getDataDirectory())) {
            var findings = new IntegrityCheck(database.jdbi()).findings();
            var broken = findings.stream()
                    .map(finding -> "%n%s  %s: broken %,d times, as by %s"
                            .formatted(
                                    finding.id(),
                                    finding.sentence(),
                                    finding.count(),
                                    String.join(", ", finding.examples())))
                    .collect(Collectors.joining());
            output.print(
                    findings,
                    "%d of %d rules hold%s"
                            .formatted(IntegrityCheck.rules() - findings.size(), IntegrityCheck.rules(), broken));
            return findings.isEmpty() ? 0 : 1;
        }
    }
}
