package org.hms.terminology.rdf;

import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.hms.terminology.concept.SchemeVersion;
import org.jspecify.annotations.Nullable;

/** The current version of a scheme as a graph: concepts at their URIs, the whole as a dump, what it holds as VoID, SPARQL. */
public final class LinkedData {
    private record Loaded(SchemeVersion scheme, Model model) {}

    private final ConceptStore store;
    private final String schemeUri;
    private @Nullable Loaded loaded;

    public LinkedData(ConceptStore store, String schemeUri) {
        this.store = store;
        this.schemeUri = schemeUri;
    }

    /** Writes a concept with its labels and mappings; false when there is none of that id. */
    public boolean writeConcept(String id, RdfFormat format, OutputStream out) {
        var model = current().map(Loaded::model);
        var concept = model.map(graph -> graph.createResource(store.base() + id))
                .filter(resource -> resource.hasProperty(RDF.type, SKOS.Concept));
        concept.ifPresent(resource -> RDFDataMgr.write(out, describe(resource), format.riot()));
        return concept.isPresent();
    }

    /** Writes all of a version, the current one when none is named; false when there is no such version. */
    public boolean writeDump(@Nullable String version, RdfFormat format, OutputStream out) {
        var model = version == null
                ? current().map(Loaded::model)
                : store.listSchemes().stream()
                        .filter(scheme -> scheme.uri().equals(schemeUri)
                                && scheme.version().equals(version))
                        .findFirst()
                        .map(store::copy);
        model.ifPresent(graph -> RDFDataMgr.write(out, graph, format.riot()));
        return model.isPresent();
    }

    /** What the data set holds, in the Vocabulary of Interlinked Datasets. */
    public void writeVoid(RdfFormat format, OutputStream out) {
        current()
                .ifPresent(now -> RDFDataMgr.write(
                        out, new VoidDescription(store.base(), now.scheme(), now.model()).toModel(), format.riot()));
    }

    /** Answers a query about the current version within the gate's limits. */
    public SparqlAnswer query(String text) throws SparqlRefusal {
        return query(text, Map.of());
    }

    /** Refuses what would not be answered: the query, or a parameter that is no variable of it. */
    public void requireAdmissible(String text, Collection<SparqlParameter> parameters) throws SparqlRefusal {
        var query = SparqlGate.admit(text);
        var variables = OpVars.mentionedVars(Algebra.compile(query));
        for (var parameter : parameters) {
            if (!variables.contains(Var.alloc(parameter.name()))) {
                throw new SparqlRefusal("The query has no variable ?" + parameter.name());
            }
        }
    }

    /** Answers a query with terms in the place of some of its variables; the gate sees the query as it was written. */
    public SparqlAnswer query(String text, Map<SparqlParameter, String> values) throws SparqlRefusal {
        var query = SparqlGate.admit(text);
        var terms = new HashMap<String, RDFNode>();
        for (var value : values.entrySet()) {
            terms.put(value.getKey().name(), value.getKey().term(value.getValue(), store.base()));
        }
        var model = current().map(Loaded::model).orElseGet(ModelFactory::createDefaultModel);
        return new SparqlRun(SparqlLimits.USUAL).run(query, model, terms);
    }

    private synchronized Optional<Loaded> current() {
        var scheme = store.findCurrent(schemeUri);
        if (scheme.isEmpty()) {
            return Optional.empty();
        }
        if (loaded == null || !loaded.scheme().equals(scheme.get())) {
            loaded = new Loaded(scheme.get(), store.copy(scheme.get()));
        }
        return Optional.of(loaded);
    }

    private static Model describe(Resource concept) {
        var graph = concept.getModel();
        var description = ModelFactory.createDefaultModel();
        description.setNsPrefixes(graph.getNsPrefixMap());
        description.add(concept.listProperties());
        for (var property : List.of(SKOSXL.prefLabel, SKOSXL.altLabel, SKOSXL.hiddenLabel)) {
            concept.listProperties(property).forEach(label -> addNode(description, label.getObject()));
        }
        graph.listSubjectsWithProperty(OWL2.annotatedSource, concept)
                .forEach(axiom -> description.add(axiom.listProperties()));
        return description;
    }

    private static void addNode(Model description, RDFNode node) {
        if (node.isResource()) {
            description.add(node.asResource().listProperties());
        }
    }
}
