package org.hms.registry.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hms.registry.imports.ImportJob.Status;
import org.hms.registry.imports.Rows.Readable;
import org.hms.registry.imports.Rows.Row;
import org.hms.registry.imports.Rows.Unreadable;
import org.hms.registry.patient.FeedRefused;
import org.hms.registry.patient.FeedResult;
import org.hms.registry.patient.PatientFeed;

/**
 * Takes in the file of one job, a handful of rows at a time, and writes down after each handful how far it is. Begun anew
 * it goes on there; the rows of the handful that a crash cut short are fed again and found unchanged.
 */
final class ImportRun {

    private static final int HANDFUL = 256;

    private final PatientFeed feed;
    private final ImportStore store;
    private final ImportFiles files;
    private final ImportJob job;
    private final BooleanSupplier stopping;

    ImportRun(PatientFeed feed, ImportStore store, ImportFiles files, ImportJob job, BooleanSupplier stopping) {
        this.feed = feed;
        this.store = store;
        this.files = files;
        this.job = job;
        this.stopping = stopping;
    }

    /** True when the last row is taken in; false when the job was cancelled or the service stops. */
    boolean takeIn(Rows.Opener opener) throws IOException {
        try (var rows = opener.open(job.order(), files.body(job.id()));
                var out = new BufferedOutputStream(files.continueReport(job.id(), job.reportSize()));
                var report = new ImportReport(out, job.reportSize(), job.counts())) {
            for (long read = 0; read < job.counts().read(); read++) {
                rows.next();
            }
            for (var handful = next(rows); !handful.isEmpty(); handful = next(rows)) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                take(handful, report);
                report.flush();
                if (store.progress(job.id(), report.counts(), report.size()) != Status.RUNNING) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Row> next(Rows rows) throws IOException {
        var handful = new ArrayList<Row>(HANDFUL);
        while (handful.size() < HANDFUL) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            handful.add(row);
        }
        return handful;
    }

    private void take(List<Row> handful, ImportReport report) throws IOException {
        var records = handful.stream()
                .filter(Readable.class::isInstance)
                .map(row -> ((Readable) row).record())
                .toList();
        var results = feed.acceptEach(records).iterator();
        for (var row : handful) {
            switch (row) {
                case Unreadable(var reason) -> report.refused(reason);
                case Readable _ -> {
                    switch (results.next()) {
                        case FeedResult.Taken(var outcome) -> report.taken(outcome);
                        case FeedResult.Failed(var cause) -> report.refused(reason(cause));
                    }
                }
            }
        }
    }

    /** What is not the row's own fault ends the run, which may be begun anew. */
    private static String reason(RuntimeException cause) {
        if (cause instanceof FeedRefused refused) {
            return String.valueOf(refused.getMessage());
        }
        throw cause;
    }
}
