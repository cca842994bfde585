package org.hms.registry.job;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hms.matching.batch.Progress;
import org.hms.registry.Foundation;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.ImportOrder.Format;
import org.hms.registry.imports.Rows;
import org.hms.registry.imports.fhir.PatientFiles;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.SeenKeys;
import org.hms.registry.patient.SourceSystems;
import org.hms.registry.patient.WorkAhead;
import org.hms.registry.patient.fhir.PatientIntake;
import org.hms.registry.patient.store.SpoolFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes a whole population into an empty registry, as an import would, some times faster. */
@Command(
        name = "bulk-load",
        description = "Load a file of patients into a registry that holds none, while no service runs.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  registry bulk-load --source mspbs-his --columns columns.yml people.csv"})
public final class BulkLoadCommand implements Callable<Integer> {

    private static final int BATCH = 256;
    private static final int BATCHES_AHEAD = 16;

    private static final Caller CALLER = new Caller("registry-bulk-load", Role.ADMIN, null, null, "HSYSADMIN");

    @ParentCommand
    private RegistryCommand registry = new RegistryCommand();

    @Parameters(index = "0", paramLabel = "FILE", description = "FHIR Patients as NDJSON, or CSV with --columns.")
    private Path file = Path.of("");

    @Option(
            names = "--source",
            required = true,
            paramLabel = "ID",
            description = "The source system they are records of.")
    private String source = "";

    @Option(names = "--columns", paramLabel = "FILE", description = "What the columns of a CSV file are.")
    private @Nullable Path columns;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where to write what was wrong with rows not taken.")
    private @Nullable Path rejected;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Mixin
    private Output output = new Output();

    /** What becomes of the rows. */
    private static final class Counts {
        private long loaded;
        private long fed;
        private long refused;
    }

    @Override
    public Integer call() throws IOException {
        var configuration = ConfigurationFile.read(registry.config());
        var text = columns == null ? null : Files.readString(columns);
        if (text != null) {
            PatientFiles.requireMapping(text);
        }
        var counts = new Counts();
        try (var foundation = Foundation.open(configuration)) {
            configuration.getSources().forEach(foundation.patients()::put);
            if (foundation.patients().lastRecordChange() > 0) {
                throw new IllegalStateException(
                        "The registry holds patients already; import the file into the running service");
            }
            try (var spool = new SpoolFile(foundation.dataDirectory(), CALLER);
                    var progress = new DedupeProgress(!quiet)) {
                var order = new ImportOrder(CALLER, source, format(), text);
                var later = spool(foundation, spool, order, counts, progress);
                load(foundation, spool, counts, progress);
                feed(foundation, later, counts, progress);
            }
        }
        output.print(
                Map.of("loaded", counts.loaded, "fed", counts.fed, "refused", counts.refused),
                "%d loaded, %d fed one by one, %d refused".formatted(counts.loaded, counts.fed, counts.refused));
        return counts.refused > 0 ? RegistryCommand.REJECTED_ROWS : 0;
    }

    private Format format() {
        return columns == null ? Format.PATIENTS : Format.CSV;
    }

    /** A row that was understood, and the record's id and form in the spool if it is one. */
    private record Read(Rows.Row row, String id, byte[] written) {
        static Read of(Rows.Row row, Foundation foundation, SpoolFile spool) {
            return row instanceof Rows.Readable(var record)
                    ? new Read(row, foundation.feed().recordIdOf(record.key()), spool.written(record))
                    : new Read(row, "", new byte[0]);
        }
    }

    /** Spools first versions; gives back what has to be fed after them: further versions, withdrawals, replacements. */
    private List<IncomingRecord> spool(
            Foundation foundation, SpoolFile spool, ImportOrder order, Counts counts, Progress progress)
            throws IOException {
        var sources = new SourceSystems(foundation.patients());
        var files = new PatientFiles(new PatientIntake(sources, foundation.index()), sources);
        var later = new ArrayList<IncomingRecord>();
        try (var rows = files.open(order, file);
                var reasons = rejected == null ? null : Files.newBufferedWriter(rejected);
                var ahead = new WorkAhead<List<Read>>(BATCHES_AHEAD)) {
            var sorting = new Sorting(spool, later, reasons, counts);
            progress.stage("reading", -1);
            for (var batch = next(rows); !batch.isEmpty() || !ahead.isEmpty(); batch = next(rows)) {
                if (!batch.isEmpty()) {
                    var unread = batch;
                    ahead.give(() -> unread.stream()
                            .map(row -> Read.of(row.get(), foundation, spool))
                            .toList());
                }
                if (batch.isEmpty() || ahead.isFull()) {
                    for (var read : ahead.take()) {
                        sorting.take(read);
                        progress.step(1);
                    }
                }
            }
        }
        spool.finish();
        return later;
    }

    /** Rows of the file that any thread may understand; none behind its end. */
    private static List<Supplier<Rows.Row>> next(Rows rows) throws IOException {
        var batch = new ArrayList<Supplier<Rows.Row>>();
        while (batch.size() < BATCH) {
            var row = rows.nextUnread();
            if (row == null) {
                break;
            }
            batch.add(row);
        }
        return batch;
    }

    /** What becomes of each row, in the order of the file. */
    private static final class Sorting {
        private final SpoolFile spool;
        private final List<IncomingRecord> later;
        private final @Nullable BufferedWriter reasons;
        private final Counts counts;
        private final SeenKeys seen = new SeenKeys();
        private long line;

        Sorting(SpoolFile spool, List<IncomingRecord> later, @Nullable BufferedWriter reasons, Counts counts) {
            this.spool = spool;
            this.later = later;
            this.reasons = reasons;
            this.counts = counts;
        }

        void take(Read read) throws IOException {
            line++;
            switch (read.row()) {
                case Rows.Unreadable(var reason) -> refuse(reason);
                case Rows.Readable(var record) -> {
                    boolean plain = record.active() && record.replacedBy() == null;
                    if (plain && seen.add(read.id())) {
                        spool.add(read.written());
                    } else {
                        later.add(record);
                    }
                }
            }
        }

        private void refuse(String reason) throws IOException {
            counts.refused++;
            if (reasons != null) {
                reasons.write("row " + line + ": " + reason);
                reasons.newLine();
            }
        }
    }

    private void load(Foundation foundation, SpoolFile spool, Counts counts, Progress progress) {
        var again = foundation.bulkLoad().load(spool, progress, records -> counts.loaded += records);
        foundation.reresolution().resolve(again, CALLER);
    }

    private void feed(Foundation foundation, List<IncomingRecord> later, Counts counts, Progress progress) {
        progress.stage("feeding", later.size());
        for (var record : later) {
            foundation.feed().accept(record);
            counts.fed++;
            progress.step(1);
        }
    }
}
