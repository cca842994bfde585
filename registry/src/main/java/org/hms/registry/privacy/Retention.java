package org.hms.registry.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;

/** Removes what has outlived its term, or tells what it would remove. It knows no way to a record or a decision. */
public final class Retention {

    private static final String PURPOSE = "HSYSADMIN";

    private final RetentionSettings settings;
    private final RetentionStore store;
    private final Path importFiles;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** @param importFiles the folder of files handed in for import, which need not exist */
    public Retention(
            RetentionSettings settings, RetentionStore store, Path importFiles, AuditTrail audit, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.importFiles = importFiles;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many of each have outlived their term. */
    public record Outlived(long auditEntries, long importFiles, long rectificationTexts) {
        public boolean nothing() {
            return auditEntries + importFiles + rectificationTexts == 0;
        }
    }

    public Outlived sweep(boolean dryRun) {
        var outlived = new Outlived(
                store.removeAudit(yearsAgo(settings.auditYears()), dryRun),
                removeFiles(clock.instant().minus(Duration.ofDays(settings.importFileDays())), dryRun),
                store.emptyRectificationTexts(yearsAgo(settings.rectificationTextYears()), dryRun));
        if (!dryRun && !outlived.nothing()) {
            var caller = new Caller("retention", Role.ADMIN, null, null, PURPOSE);
            audit.record(
                    new AuditEntry(clock.instant(), caller, "retention", "Retention", List.of(), outcome(outlived)));
        }
        return outlived;
    }

    private static String outcome(Outlived outlived) {
        return "removed %d audit entries, %d files, %d texts"
                .formatted(outlived.auditEntries(), outlived.importFiles(), outlived.rectificationTexts());
    }

    private Instant yearsAgo(int years) {
        return clock.instant().atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
    }

    private long removeFiles(Instant before, boolean dryRun) {
        if (!Files.isDirectory(importFiles)) {
            return 0;
        }
        try (var files = Files.walk(importFiles)) {
            var old = files.filter(Files::isRegularFile)
                    .filter(file -> changedBefore(file, before))
                    .toList();
            if (!dryRun) {
                for (var file : old) {
                    Files.deleteIfExists(file);
                }
            }
            return old.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The files handed in for import cannot be read or removed", e);
        }
    }

    private static boolean changedBefore(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
