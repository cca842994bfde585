package org.hms.terminology.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hms.terminology.compile.ConceptFilters;
import org.hms.terminology.compile.LabelledContent;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ContentExpression;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * One version of a code system, opened from its generation on disk: immutable, mapped into memory, safe for many threads. It
 * is a tree whose concepts are numbered depth first: subsumption is two comparisons of integers, a subtree is an interval.
 */
public final class CompiledCodeSystem extends LabelledContent implements AutoCloseable {
    private static final String ABSTRACT = "notSelectable";
    private static final String DEFINITION = "definition";

    private static final int RECENT = 1 << 12;

    private record Recent(int ordinal, MappedCodes.Stored stored) {}

    private final AtomicReferenceArray<@Nullable Recent> recent = new AtomicReferenceArray<>(RECENT);
    private final Manifest manifest;
    private final MappedCodes codes;
    private final DesignationIndex index;
    private final List<PropertyDefinition> properties;
    private final ConceptFilters filters;

    private CompiledCodeSystem(Manifest manifest, MappedCodes codes, DesignationIndex index) {
        super(new ContentHeader(
                manifest.url(),
                manifest.version(),
                manifest.title().replaceAll("[^A-Za-z0-9]+", "_"),
                manifest.title(),
                manifest.language(),
                "complete",
                true,
                manifest.url() + "?fhir_vs"));
        this.manifest = manifest;
        this.codes = codes;
        this.index = index;
        this.filters = new ConceptFilters(this, Set.of(ABSTRACT));
        this.properties = IntStream.range(0, codes.size())
                .limit(1_000)
                .boxed()
                .flatMap(ordinal -> codes.read(ordinal).properties().keySet().stream())
                .distinct()
                .sorted()
                .map(name -> new PropertyDefinition(name, null, type(name)))
                .toList();
    }

    static CompiledCodeSystem open(Path directory) {
        try {
            return new CompiledCodeSystem(
                    Manifest.read(directory), MappedCodes.open(directory), DesignationIndex.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** One answer asks a concept for several things; what was read of it last is at hand. */
    private MappedCodes.Stored read(int ordinal) {
        var slot = ordinal & (RECENT - 1);
        var known = recent.get(slot);
        if (known != null && known.ordinal() == ordinal) {
            return known.stored();
        }
        var stored = codes.read(ordinal);
        recent.set(slot, new Recent(ordinal, stored));
        return stored;
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public int find(String code) {
        return codes.find(code);
    }

    @Override
    public String code(int ordinal) {
        return read(ordinal).code();
    }

    @Override
    public String display(int ordinal) {
        return read(ordinal).display();
    }

    @Override
    public @Nullable String definition(int ordinal) {
        return read(ordinal).properties().get(DEFINITION);
    }

    @Override
    protected List<Designation> labels(int ordinal) {
        return read(ordinal).designations();
    }

    @Override
    protected ConceptFilters filters() {
        return filters;
    }

    @Override
    public List<ContentProperty> properties(int ordinal) {
        return read(ordinal).properties().entrySet().stream()
                .filter(property -> !property.getValue().isBlank())
                .flatMap(property -> values(property.getKey(), property.getValue())
                        .map(value ->
                                new ContentProperty(property.getKey(), type(property.getKey()), value, null, null)))
                .toList();
    }

    private static Stream<String> values(String property, String stored) {
        return property.equals(Icd11Axes.PROPERTY) ? stored.lines() : Stream.of(stored);
    }

    private static String type(String property) {
        return property.equals(ABSTRACT) ? "boolean" : "string";
    }

    @Override
    public List<PropertyDefinition> propertyDefinitions() {
        return properties;
    }

    @Override
    public boolean isAbstract(int ordinal) {
        return "true".equals(read(ordinal).properties().get(ABSTRACT));
    }

    @Override
    public int[] parents(int ordinal) {
        var parent = codes.parent(ordinal);
        return parent < 0 ? new int[0] : new int[] {parent};
    }

    @Override
    public int[] children(int ordinal) {
        var children = IntStream.builder();
        for (var child = ordinal + 1; child < codes.end(ordinal); child = codes.end(child)) {
            children.add(child);
        }
        return children.build().toArray();
    }

    @Override
    public boolean subsumes(int ancestor, int descendant) {
        return ancestor <= descendant && descendant < codes.end(ancestor);
    }

    @Override
    public RoaringBitmap descendants(int ordinal) {
        return RoaringBitmap.bitmapOfRange(ordinal + 1L, codes.end(ordinal));
    }

    @Override
    public RoaringBitmap ancestors(int ordinal) {
        var ancestors = new RoaringBitmap();
        for (var parent = codes.parent(ordinal); parent >= 0; parent = codes.parent(parent)) {
            ancestors.add(parent);
        }
        return ancestors;
    }

    @Override
    public int[] search(String text, RoaringBitmap among) {
        if (among.isEmpty()) {
            return new int[0];
        }
        try {
            var from = among.first();
            var to = among.last() + 1;
            var found = index.find(text, from, to);
            return among.getCardinality() == to - from
                    ? found
                    : IntStream.of(found).filter(among::contains).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isCompositional() {
        return SystemUri.isCompositional(manifest.url());
    }

    @Override
    public Optional<ContentExpression> expression(String code) {
        return isCompositional() ? new Icd11Clusters(this).find(code) : Optional.empty();
    }

    @Override
    public Optional<String> expressionFault(String code) {
        return isCompositional() && Icd11Cluster.isCluster(code)
                ? new Icd11Clusters(this).fault(code)
                : Optional.empty();
    }

    @Override
    public Optional<String> incompleteness(int ordinal) {
        if (!isCompositional()) {
            return Optional.empty();
        }
        return Icd11Axes.findRequired(read(ordinal).properties().getOrDefault(Icd11Axes.PROPERTY, ""))
                .map(axis -> "says too little without a value of its axis " + axis.name());
    }

    /** All of it, as an importer would hand it over. */
    public CodeSystemSource toSource() {
        var concepts = IntStream.range(0, size())
                .mapToObj(ordinal -> {
                    var stored = codes.read(ordinal);
                    var parent = codes.parent(ordinal);
                    return new SourceConcept(
                            stored.code(),
                            parent < 0 ? null : code(parent),
                            stored.designations(),
                            stored.properties());
                })
                .toList();
        return new CodeSystemSource(
                manifest.url(), manifest.version(), manifest.title(), manifest.language(), concepts);
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            codes.close();
        }
    }
}
