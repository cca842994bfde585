package org.hms.terminology.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExpression;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.ecl.Postcoordination;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.RowKind;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A compiled graph as value sets and operations ask it. */
final class GraphContent implements CodeSystemContent {
    private static final String DEFINITION = "900000000000550004";
    private static final List<ContentExtension> INACTIVE =
            List.of(ContentExtension.of(ContentExtension.STANDARDS_STATUS, "code", "inactive"));
    private static final List<ContentExtension> ACCEPTABLE =
            List.of(ContentExtension.of(ContentExtension.ACCEPTABILITY, "code", "acceptable"));
    private static final int KEPT = 64;

    private record Filter(String property, String operator, String value) {}

    private final CompiledGraph graph;
    private final ContentHeader header;
    private final GraphFilters filters;
    private final Map<Filter, RoaringBitmap> kept = new ConcurrentHashMap<>();

    GraphContent(CompiledGraph graph) {
        this.graph = graph;
        filters = new GraphFilters(graph);
        // Of SNOMED CT a title would not say the edition: it goes by its URL and version.
        var isNamed = !graph.url().equals(SystemUri.SNOMED_CT);
        header = new ContentHeader(
                graph.url(),
                graph.version(),
                isNamed ? graph.title().replaceAll("[^A-Za-z0-9]+", "_") : null,
                graph.title(),
                graph.language(),
                "complete",
                graph.isCaseSensitive(),
                graph.url() + "?fhir_vs");
    }

    @Override
    public ContentHeader header() {
        return header;
    }

    @Override
    public int size() {
        return graph.size();
    }

    @Override
    public int find(String code) {
        return graph.find(code);
    }

    @Override
    public String code(int ordinal) {
        return graph.code(ordinal);
    }

    @Override
    public String display(int ordinal) {
        return graph.display(ordinal);
    }

    @Override
    public List<ContentDesignation> designations(int ordinal) {
        return designations(ordinal, number -> !graph.designations().isInactive(number));
    }

    @Override
    public List<ContentDesignation> inactiveDesignations(int ordinal) {
        return designations(ordinal, number -> graph.designations().isInactive(number));
    }

    /** The concept's text definition, if it has one. */
    public @Nullable String definition(int ordinal) {
        var texts = graph.designations();
        return texts.of(ordinal).stream()
                .filter(number -> texts.use(number).code().equals(DEFINITION) && !texts.isInactive(number))
                .findFirst()
                .map(texts::text)
                .orElse(null);
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        var rows = graph.rows();
        var properties = new ArrayList<ContentProperty>();
        for (var row = rows.firstRow(ordinal); row < rows.firstRow(ordinal + 1); row++) {
            var key = rows.keys().get(rows.key(row));
            var value = rows.value(row);
            if (value >= 0) {
                properties.add(new ContentProperty(key, "code", graph.code(value), graph.url(), graph.display(value)));
            } else {
                GraphProperties.of(graph, rows.kind(rows.key(row)), key, rows.literal(value))
                        .ifPresent(properties::add);
            }
        }
        return properties.stream().distinct().toList();
    }

    @Override
    public boolean isInactive(int ordinal) {
        return graph.isInactive(ordinal);
    }

    @Override
    public boolean isAbstract(int ordinal) {
        var rows = graph.rows();
        var key = rows.findKey("notSelectable");
        if (key >= 0) {
            for (var row = rows.firstRow(ordinal); row < rows.firstRow(ordinal + 1); row++) {
                if (rows.key(row) == key && rows.kind(key) == RowKind.PROPERTY && rows.value(row) < 0) {
                    return rows.literal(rows.value(row)).equals("true");
                }
            }
        }
        return false;
    }

    @Override
    public int[] parents(int ordinal) {
        return graph.hierarchy().parents(ordinal);
    }

    @Override
    public int[] children(int ordinal) {
        return graph.hierarchy().children(ordinal);
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return graph.hierarchy().subsumes(ancestor, descendant);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return graph.hierarchy().descendants(ordinal);
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        return graph.hierarchy().ancestors(ordinal);
    }

    /** Whether a concept may stand under several others. */
    public boolean hasManyParents() {
        return true;
    }

    @Override
    public Optional<RoaringBitmap> filter(String property, String operator, String value) {
        var filter = new Filter(property, operator, value);
        var known = kept.get(filter);
        if (known != null) {
            return Optional.of(known);
        }
        var selected = filters.select(property, operator, value);
        selected.ifPresent(concepts -> {
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(filter, concepts);
        });
        return selected;
    }

    @Override
    public boolean isCompositional() {
        return SystemUri.isCompositional(graph.url());
    }

    @Override
    public Optional<ContentExpression> expression(String code) {
        return isCompositional()
                ? Postcoordination.find(code, graph).map(found -> new GraphExpression(graph, this, found))
                : Optional.empty();
    }

    @Override
    public Optional<String> expressionFault(String code) {
        return isCompositional() ? Postcoordination.fault(code, graph) : Optional.empty();
    }

    @Override
    public @Nullable String propertyDisplay(String property) {
        var concept = graph.find(property);
        return concept < 0 ? null : graph.display(concept);
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        return graph.search().concepts(text, among.getCardinality() == graph.size() ? null : among);
    }

    private List<ContentDesignation> designations(int ordinal, IntPredicate wanted) {
        var texts = graph.designations();
        return texts.of(ordinal).stream()
                .filter(wanted::test)
                .filter(number -> !texts.use(number).code().equals(DEFINITION))
                .map(number -> {
                    var use = texts.use(number);
                    return new ContentDesignation(
                            texts.language(number),
                            use.system(),
                            use.code(),
                            use.display(),
                            texts.text(number),
                            state(number));
                })
                .toList();
    }

    /** A text out of use says so, and one that every dialect only accepts. */
    private List<ContentExtension> state(int designation) {
        var texts = graph.designations();
        if (texts.isInactive(designation)) {
            return INACTIVE;
        }
        var accepted = texts.dialects().stream().anyMatch(dialect -> texts.isAcceptable(designation, dialect))
                && texts.dialects().stream().noneMatch(dialect -> texts.isPreferred(designation, dialect));
        return accepted ? ACCEPTABLE : List.of();
    }
}
