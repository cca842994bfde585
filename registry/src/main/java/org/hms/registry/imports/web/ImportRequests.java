package org.hms.registry.imports.web;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.hms.matching.batch.InvalidColumns;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.imports.ImportJob;
import org.hms.registry.imports.ImportOrder;
import org.hms.registry.imports.ImportOrder.Format;
import org.hms.registry.imports.Rows;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystems;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who may have a file taken in for which source, and how it is to be read. */
public final class ImportRequests {

    /** Looks at a column mapping before a file is taken. */
    @FunctionalInterface
    public interface MappingCheck {
        void require(String columns) throws IOException;
    }

    private final SourceSystems sources;
    private final MappingCheck mappings;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ImportRequests(SourceSystems sources, MappingCheck mappings, AuditTrail audit, InstantSource clock) {
        this.sources = sources;
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    ImportOrder order(Caller caller, @Nullable String source, @Nullable MediaType type, @Nullable String columns) {
        var own = source(caller, source);
        boolean csv = type != null && type.getSubtype().equalsIgnoreCase("csv");
        if (csv && columns == null) {
            throw ProblemException.badParameter("columns", "says which column of the CSV file is what");
        }
        if (columns != null) {
            requireMapping(columns);
        }
        var format = csv ? Format.CSV : columns == null ? Format.PATIENTS : Format.ROWS;
        return new ImportOrder(caller, own.id(), format, columns);
    }

    private SourceSystem source(Caller caller, @Nullable String named) {
        var id = named == null ? caller.source() : named;
        if (id == null) {
            throw ProblemException.badParameter("source", "names the source system whose records these are");
        }
        if (caller.role() != Role.ADMIN && !id.equals(caller.source())) {
            throw ProblemException.forbidden("A source system feeds its own records only");
        }
        var source =
                sources.find(id).orElseThrow(() -> ProblemException.badParameter("source", "names no source system"));
        if (source.suspended()) {
            throw ProblemException.forbidden("The source system is suspended");
        }
        return source;
    }

    private void requireMapping(String columns) {
        try {
            mappings.require(columns);
        } catch (InvalidColumns | Rows.UnreadableFile e) {
            throw ProblemException.badParameter("columns", "cannot be used: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source whose imports a caller sees; null for all of them. */
    @Nullable
    String sourceSeenBy(Caller caller) {
        return caller.role() == Role.ADMIN ? null : Objects.requireNonNullElse(caller.source(), "");
    }

    void audit(Caller caller, String action, ImportJob job) {
        audit.record(new AuditEntry(clock.instant(), caller, action, "Import", List.of(job.id()), "success"));
    }
}
