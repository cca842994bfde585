package org.hms.registry.job;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.privacy.Retention;
import org.hms.registry.privacy.store.JdbiRetentionStore;
import org.hms.registry.store.DataDirectory;
import org.hms.registry.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Removes what has outlived the terms of the configuration, as the service does each night, or only says what it would be. */
@Command(
        name = "retention",
        description = "Remove what has outlived its term: audit entries, import files, texts of rectification requests."
                + " Records and decisions have no term. The service may be running.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry retention --dry-run"})
public final class RetentionCommand implements Callable<Integer> {

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Option(names = "--dry-run", description = "Change nothing; say what has outlived its term.")
    private boolean dryRun;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var configuration = ConfigurationFile.read(registry.config());
        var data = configuration.getDataDirectory();
        try (var database = Database.join(configuration.getDatabase(), data)) {
            var outlived = new Retention(
                            configuration.getPrivacy().retention(),
                            new JdbiRetentionStore(database.jdbi()),
                            DataDirectory.importFiles(data),
                            new JdbiAuditTrail(database.jdbi()),
                            InstantSource.system())
                    .sweep(dryRun);
            output.print(
                    Map.of(
                            "dryRun", dryRun,
                            "auditEntries", outlived.auditEntries(),
                            "importFiles", outlived.importFiles(),
                            "rectificationTexts", outlived.rectificationTexts()),
                    "%s: audit entries %d, import files %d, texts of rectification requests %d"
                            .formatted(
                                    dryRun ? "Would be removed" : "Removed",
                                    outlived.auditEntries(),
                                    outlived.importFiles(),
                                    outlived.rectificationTexts()));
        }
        return 0;
    }
}
