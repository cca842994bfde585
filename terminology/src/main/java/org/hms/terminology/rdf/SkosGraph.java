package org.hms.terminology.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.hms.terminology.graph.GraphDesignation;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphSource;
import org.hms.terminology.graph.GraphValue;
import org.hms.terminology.graph.RowKind;
import org.hms.terminology.graph.UseCoding;
import org.jspecify.annotations.Nullable;

/**
 * A SKOS concept scheme in a file (Turtle, N-Triples, RDF/XML; not JSON-LD, whose contexts are fetched). A concept's code is its notation, or the end of
 * its URI; broader and narrower are its place, wherever they are said.
 */
public final class SkosGraph implements GraphSource {
    private static final String CORE = "http://www.w3.org/2004/02/skos/core";
    private static final Map<Property, String> LABELS = Map.of(
            SKOS.prefLabel, "prefLabel",
            SKOS.altLabel, "altLabel",
            SKOS.hiddenLabel, "hiddenLabel");
    private static final Map<Property, String> NOTES = Map.of(
            SKOS.definition, "definition",
            SKOS.scopeNote, "scopeNote",
            SKOS.note, "note");

    private static final Set<Lang> READ = Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML);

    private final Model model;
    private final GraphHeader header;

    private SkosGraph(Model model, GraphHeader header) {
        this.model = model;
        this.header = header;
    }

    /**
     * Reads the file, which fetches nothing.
     *
     * @param system the code system's URL; null for the URI of the file's only scheme
     * @param version the version; null for the scheme's {@code owl:versionInfo}
     */
    public static SkosGraph read(Path file, @Nullable String system, @Nullable String version, String language)
            throws IOException {
        var model = ModelFactory.createDefaultModel();
        try (InputStream in = Files.newInputStream(file)) {
            RDFParser.source(in).lang(language(file)).base("urn:file:").parse(model);
        } catch (RiotException e) {
            throw new IllegalArgumentException("No RDF: " + e.getMessage(), e);
        }
        var schemes =
                model.listSubjectsWithProperty(RDF.type, SKOS.ConceptScheme).toList();
        var scheme = schemes.size() == 1 ? schemes.getFirst() : null;
        var url = system == null && scheme != null ? scheme.getURI() : system;
        var said = scheme == null ? null : scheme.getProperty(OWL2.versionInfo);
        var named = version == null && said != null ? said.getString() : version;
        if (url == null || named == null) {
            throw new IllegalArgumentException("Name the code system and its version; the file does not say them");
        }
        return new SkosGraph(
                model, new GraphHeader(url, named, url, language, true, List.of(), List.of("prefLabel", "altLabel")));
    }

    @Override
    public GraphHeader header() {
        return header;
    }

    @Override
    public void read(GraphSink sink) {
        var concepts = model.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList().stream()
                .filter(RDFNode::isURIResource)
                .sorted((left, right) -> left.getURI().compareTo(right.getURI()))
                .toList();
        concepts.forEach(concept -> sink.concept(code(concept), concept.hasLiteral(OWL2.deprecated, true)));
        for (var concept : concepts) {
            var code = code(concept);
            LABELS.forEach((property, use) -> concept.listProperties(property).toList().stream()
                    .map(label -> new GraphDesignation(
                            0,
                            label.getLanguage().isEmpty() ? "und" : label.getLanguage(),
                            new UseCoding(CORE, use, use),
                            label.getString(),
                            false))
                    .sorted((left, right) -> left.text().compareTo(right.text()))
                    .forEach(label -> sink.designation(code, label)));
            NOTES.forEach((property, name) -> concept.listProperties(property).toList().stream()
                    .map(note -> note.getString())
                    .distinct()
                    .forEach(note -> sink.row(code, RowKind.PROPERTY, name, 0, GraphValue.literal(note))));
            broader(concept).forEach(parent -> sink.isA(code, parent));
        }
    }

    /** Said by the concept, or the other way about by the one above. */
    private List<String> broader(Resource concept) {
        var above = concept.listProperties(SKOS.broader).toList().stream()
                .map(said -> said.getObject())
                .filter(RDFNode::isURIResource)
                .map(RDFNode::asResource);
        var beneath = model.listSubjectsWithProperty(SKOS.narrower, concept).toList().stream();
        return Stream.concat(above, beneath)
                .map(SkosGraph::code)
                .distinct()
                .sorted()
                .toList();
    }

    private static String code(Resource concept) {
        var notation = concept.getProperty(SKOS.notation);
        if (notation != null) {
            return notation.getString();
        }
        var uri = concept.getURI();
        return uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1);
    }

    private static Lang language(Path file) {
        var lang = RDFLanguages.filenameToLang(file.getFileName().toString());
        var read = lang == null ? Lang.TURTLE : lang;
        if (!READ.contains(read)) {
            throw new IllegalArgumentException("A scheme is Turtle, N-Triples or RDF/XML, not " + read.getName());
        }
        return read;
    }
}
