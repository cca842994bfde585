package org.hms.terminology.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles a release into the columns of a generation; what points nowhere is left out and counted. */
public final class GraphCompiler implements GraphSink {
    private final GraphHeader header;
    private final CodeTable codes = new CodeTable();
    private final Literals literals = new Literals();
    private final HierarchyBuilder hierarchy = new HierarchyBuilder();
    private final RowsBuilder rows = new RowsBuilder();
    private final DesignationsBuilder designations = new DesignationsBuilder();
    private final MembersBuilder members = new MembersBuilder();
    private final CompileIssues issues = new CompileIssues();

    private GraphCompiler(GraphHeader header) {
        this.header = header;
    }

    /** Reads the release into memory; nothing is written yet. */
    public static GraphCompiler read(GraphSource source) throws IOException {
        var compiler = new GraphCompiler(source.header());
        source.read(compiler);
        if (compiler.codes.sorted().isEmpty()) {
            throw new IllegalArgumentException("The release has no concepts");
        }
        return compiler;
    }

    public GraphHeader header() {
        return header;
    }

    public int concepts() {
        return codes.sorted().size();
    }

    public List<CompileIssues.Issue> issues() {
        return issues.list();
    }

    /** Writes the columns, then the index of texts, into an empty directory. */
    public void write(Path directory) throws IOException {
        var size = concepts();
        literals.seal();
        try (var writer = new SectionWriter(directory)) {
            writer.texts(
                    "header",
                    List.of(
                            header.url(),
                            header.version(),
                            header.title(),
                            header.language(),
                            Boolean.toString(header.caseSensitive())));
            writer.texts("codes", codes.sorted());
            writer.bitmap("inactive", codes.inactive());
            writer.texts("literals", literals.sorted());
            hierarchy.write(writer, size);
            rows.write(writer, size, literals);
            designations.write(writer, size, header);
            members.write(writer, size, literals);
        }
        try (var sections = Sections.open(directory)) {
            DesignationSearch.write(directory, new Designations(sections));
        }
    }

    @Override
    public void concept(String code, boolean inactive) {
        if (!codes.add(code, inactive)) {
            issues.add("A concept that stands twice, of which the first counts", code);
        }
    }

    @Override
    public void designation(String code, GraphDesignation designation) {
        var concept = known(code, "A text of a concept that the release lacks");
        if (concept >= 0) {
            designations.add(concept, designation);
        }
    }

    @Override
    public void acceptability(long designation, String dialect, boolean preferred) {
        if (!designations.accept(designation, dialect, preferred)) {
            issues.add("An acceptability of a text that the release lacks", Long.toString(designation));
        }
    }

    @Override
    public void isA(String child, String parent) {
        var below = known(child, "A parent of a concept that the release lacks");
        var above = known(parent, "A parent that the release lacks");
        if (below >= 0 && above >= 0) {
            hierarchy.isA(below, above);
        }
    }

    @Override
    public void row(String code, RowKind kind, String key, int group, GraphValue value) {
        var concept = known(code, "An attribute of a concept that the release lacks");
        if (value.isConcept() && known(value.text(), "An attribute's value that the release lacks") < 0) {
            return;
        }
        if (concept >= 0) {
            rows.add(concept, kind, key, group, encode(value));
        }
    }

    @Override
    public void member(GraphMember member) {
        var component = known(member.component(), "A reference set's member that is no concept of the release");
        if (component >= 0) {
            members.add(component, member, this::encode);
        }
    }

    /** A concept's ordinal, or a literal; a concept that the release lacks is kept as a literal. */
    private int encode(GraphValue value) {
        var ordinal = value.isConcept() ? codes.ordinal(value.text()) : -1;
        return ordinal >= 0 ? ordinal : literals.encode(value.text());
    }

    private int known(String code, String reason) {
        var ordinal = codes.ordinal(code);
        if (ordinal < 0) {
            issues.add(reason, code);
        }
        return ordinal;
    }
}
