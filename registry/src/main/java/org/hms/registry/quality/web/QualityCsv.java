package org.hms.registry.quality.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.hms.registry.quality.Dimension;
import org.hms.registry.quality.Indicator;
import org.hms.registry.quality.Offender;
import org.hms.registry.quality.QualityStore;
import org.hms.registry.quality.Scope;
import org.hms.registry.web.Csv;
import org.jspecify.annotations.Nullable;

/** Figures and offending records as CSV of any length, under Spanish headings. */
final class QualityCsv {

    private static final int PIECE = 1_000;

    private QualityCsv() {}

    private interface Body {
        void writeTo(Writer out) throws IOException;
    }

    private static StreamingOutput streamed(Body body) {
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            body.writeTo(out);
            out.flush();
        };
    }

    /** A row for each group and indicator. */
    static StreamingOutput figures(QualityStore store, Scope scope, Set<Dimension> by, double goal) {
        return streamed(out -> {
            Csv.write(
                    out,
                    List.of(
                            "fuente",
                            "establecimiento",
                            "distrito",
                            "mes",
                            "indicador",
                            "nombre",
                            "registros",
                            "faltantes",
                            "no_validos",
                            "proporcion_correcta",
                            "meta",
                            "cumple"));
            int offset = 0;
            for (var part = store.figures(scope, by, PIECE, offset);
                    !part.items().isEmpty();
                    part = store.figures(scope, by, PIECE, offset)) {
                for (var figures : part.items()) {
                    writeGroup(out, QualityReport.group(figures, goal), goal);
                }
                offset += PIECE;
            }
        });
    }

    private static void writeGroup(Writer out, QualityReport.Group group, double goal) throws IOException {
        var key = List.of(text(group.source()), text(group.facility()), text(group.district()), text(group.month()));
        for (var one : group.indicators()) {
            writeRow(
                    out,
                    key,
                    List.of(
                            one.indicator(),
                            one.label(),
                            one.of(),
                            one.missing(),
                            one.invalid(),
                            one.good(),
                            goal,
                            one.meetsGoal() ? "sí" : "no"));
        }
        for (var one : group.flaws()) {
            double good = 1 - one.rate();
            writeRow(out, key, List.of(one.indicator(), one.label(), group.records(), one.records(), 0, good, "", ""));
        }
    }

    private static void writeRow(Writer out, List<String> key, List<Object> cells) throws IOException {
        var row = new ArrayList<Object>(key);
        row.addAll(cells);
        Csv.write(out, row);
    }

    /** @param shown is told of each piece before it is written */
    static StreamingOutput offenders(
            QualityStore store, Scope scope, Indicator indicator, Consumer<List<Offender>> shown) {
        return streamed(out -> {
            Csv.write(
                    out,
                    List.of(
                            "registro",
                            "fuente",
                            "numero",
                            "establecimiento",
                            "distrito",
                            "mes",
                            "indicador",
                            "hallazgo"));
            var after = "";
            for (var piece = store.offendersAfter(scope, indicator.offences(), after, PIECE);
                    !piece.isEmpty();
                    piece = store.offendersAfter(scope, indicator.offences(), after, PIECE)) {
                shown.accept(piece);
                for (var offender : piece) {
                    write(out, QualityReport.OffenderView.of(offender, indicator), indicator);
                }
                after = piece.getLast().recordId();
            }
        });
    }

    private static void write(Writer out, QualityReport.OffenderView one, Indicator indicator) throws IOException {
        Csv.write(
                out,
                List.of(
                        one.recordId(),
                        one.source(),
                        one.number(),
                        one.facility(),
                        one.district(),
                        one.month(),
                        indicator.label(),
                        switch (one.finding()) {
                            case "missing" -> "falta";
                            case "invalid" -> "no válido";
                            default -> "sí";
                        }));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
