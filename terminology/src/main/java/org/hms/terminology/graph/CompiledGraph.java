package org.hms.terminology.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * One version of a code system, opened from its generation on disk: immutable, mapped into memory, safe for many threads.
 * A concept is an ordinal, its place among the codes sorted by their bytes.
 */
public final class CompiledGraph implements AutoCloseable {

    /** The file of columns, by whose hash equal content is known. */
    public static final String FILE = "graph.bin";

    private final Sections sections;
    private final List<String> header;
    private final TextColumn codes;
    private final RoaringBitmap inactive;
    private final RoaringBitmap active;
    private final Hierarchy hierarchy;
    private final AttributeRows rows;
    private final Designations designations;
    private final ReferenceSets refsets;
    private final DesignationSearch search;

    private CompiledGraph(Path directory, Sections sections) throws IOException {
        this.sections = sections;
        header = sections.texts("header").list();
        codes = sections.texts("codes");
        inactive = sections.bitmap("inactive");
        active = RoaringBitmap.flip(inactive, 0L, codes.size());
        hierarchy = new Hierarchy(sections, codes.size());
        rows = new AttributeRows(sections);
        designations = new Designations(sections);
        refsets = new ReferenceSets(sections);
        search = DesignationSearch.open(directory, designations, codes.size());
    }

    /** Opens what {@link GraphCompiler#write} has written. */
    public static CompiledGraph open(Path directory) throws IOException {
        var sections = Sections.open(directory);
        try {
            return new CompiledGraph(directory, sections);
        } catch (IOException | RuntimeException e) {
            sections.close();
            throw e;
        }
    }

    public String url() {
        return header.get(0);
    }

    public String version() {
        return header.get(1);
    }

    public String title() {
        return header.get(2);
    }

    public String language() {
        return header.get(3);
    }

    public boolean isCaseSensitive() {
        return Boolean.parseBoolean(header.get(4));
    }

    public int size() {
        return codes.size();
    }

    /** The ordinal of a code, or -1. */
    public int find(String code) {
        return codes.find(code);
    }

    public String code(int concept) {
        return codes.get(concept);
    }

    public String display(int concept) {
        return designations.display(concept).orElseGet(() -> code(concept));
    }

    public boolean isInactive(int concept) {
        return inactive.contains(concept);
    }

    /** All concepts in use; not to be changed. */
    public RoaringBitmap active() {
        return active;
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    public AttributeRows rows() {
        return rows;
    }

    public Designations designations() {
        return designations;
    }

    public ReferenceSets refsets() {
        return refsets;
    }

    public DesignationSearch search() {
        return search;
    }

    @Override
    public void close() {
        try (sections) {
            search.close();
        }
    }
}
