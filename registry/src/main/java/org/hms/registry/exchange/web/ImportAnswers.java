package org.hms.registry.exchange.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImport;
import org.hms.registry.exchange.DirectoryImports;
import org.hms.registry.exchange.DirectoryImports.Examined;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.hms.registry.exchange.web.DirectoryImportView.ExaminedView;
import org.hms.registry.exchange.web.DirectoryImportView.UndoneView;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is answered about imports, whatever kind of entry their lists speak of. */
final class ImportAnswers<T extends DirectoryEntry> {

    private final DirectoryImports<?, T> imports;
    private final String path;

    ImportAnswers(DirectoryImports<?, T> imports, String path) {
        this.imports = imports;
        this.path = path;
    }

    /** As CSV with all rows where that is asked for first. */
    Response examined(Examined<T> examined, List<MediaType> accepted) {
        boolean written = examined.summary().id() > 0;
        var response = written
                ? Response.created(URI.create(path + '/' + examined.summary().id()))
                : Response.ok();
        boolean csv = accepted.getFirst().isCompatible(MediaType.valueOf(Csv.MEDIA_TYPE))
                && !accepted.getFirst().isWildcardType();
        return csv
                ? response.entity(
                                ImportRowsCsv.of(ImportRowsCsv.planned(examined.rows()), EnumSet.allOf(Outcome.class)))
                        .type(Csv.UTF8)
                        .build()
                : response.entity(ExaminedView.of(examined))
                        .type(MediaType.APPLICATION_JSON)
                        .build();
    }

    List<DirectoryImportView> list(Page page) {
        return imports.kept().list(page.limit(), page.offset()).stream()
                .map(DirectoryImportView::of)
                .toList();
    }

    DirectoryImportView get(String id) {
        return DirectoryImportView.of(require(id));
    }

    Response rows(String id, @Nullable String outcome) {
        var kept = require(id);
        var rows = ImportRowsCsv.of(each -> imports.kept().eachRow(kept.id(), each), outcomes(outcome));
        return Response.ok(rows)
                .type(Csv.UTF8)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"directory-import-" + kept.id() + ".csv\"")
                .build();
    }

    UndoneView undo(String id, Caller by) {
        return imports.undo(require(id), by)
                .map(UndoneView::of)
                .orElseThrow(() -> ProblemException.conflict("The import was taken back already"));
    }

    private DirectoryImport require(String id) {
        return (id.matches("\\d{1,18}") ? imports.kept().find(Long.parseLong(id)) : Optional.<DirectoryImport>empty())
                .orElseThrow(() -> ProblemException.notFound("No import of the directory has this number"));
    }

    private static Set<Outcome> outcomes(@Nullable String code) {
        if (code == null) {
            return EnumSet.allOf(Outcome.class);
        }
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() ->
                        ProblemException.badParameter("outcome", "is created, revised, unchanged, area or rejected"));
    }
}
