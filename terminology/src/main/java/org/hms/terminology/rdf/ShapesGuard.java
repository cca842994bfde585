package org.hms.terminology.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;

/** Holds a graph against the SHACL shapes that every load must satisfy. */
final class ShapesGuard {
    private static final String SHAPES = "concept-scheme-shapes.ttl";

    private final Shapes shapes;

    ShapesGuard() {
        var model = ModelFactory.createDefaultModel();
        try (InputStream file = ShapesGuard.class.getResourceAsStream(SHAPES)) {
            RDFDataMgr.read(model, Objects.requireNonNull(file, SHAPES), Lang.TURTLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shapes = Shapes.parse(model.getGraph());
    }

    List<Finding> findings(Model model) {
        var report = ShaclValidator.get().validate(shapes, model.getGraph());
        return report.getEntries().stream()
                .map(ShapesGuard::toFinding)
                .distinct()
                .sorted(Comparator.comparing(Finding::focus).thenComparing(Finding::path))
                .toList();
    }

    private static Finding toFinding(ReportEntry entry) {
        var path = entry.resultPath() == null ? "" : entry.resultPath().toString();
        return new Finding(entry.focusNode().toString(), path, entry.message());
    }
}
