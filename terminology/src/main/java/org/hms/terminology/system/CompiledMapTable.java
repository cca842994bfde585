package org.hms.terminology.system;

import java.util.List;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.conceptmap.MapGroup;
import org.hms.terminology.conceptmap.MapTable;
import org.hms.terminology.conceptmap.MapTarget;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.graph.MapRow;
import org.jspecify.annotations.Nullable;

/** The rows of an imported map as translations ask for them. */
record CompiledMapTable(CompiledMap map) implements MapTable {

    /** The map as if it were a resource: from all codes of one system to all codes of the other. */
    ConceptMapDefinition toDefinition() {
        var header = map.header();
        return new ConceptMapDefinition(
                header.url(),
                header.version(),
                header.source() + "?fhir_vs",
                header.target() + "?fhir_vs",
                List.of(new MapGroup(header.source(), null, header.target(), null, null, this)));
    }

    @Override
    public List<MapTarget> from(String sourceCode) {
        return map.from(sourceCode).stream().map(CompiledMapTable::toTarget).toList();
    }

    @Override
    public List<MapTarget> to(String targetCode) {
        return map.to(targetCode).stream().map(CompiledMapTable::toTarget).toList();
    }

    private static MapTarget toTarget(MapRow row) {
        return new MapTarget(
                row.source(),
                said(row.sourceDisplay()),
                said(row.target()),
                said(row.targetDisplay()),
                row.equivalence(),
                said(row.comment()),
                List.of(),
                List.of());
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
