package org.hms.terminology.rdf;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.hms.terminology.concept.SchemeVersion;

/** A scheme version described in VoID: how many concepts and links, where the dump is, by what it is licensed. */
record VoidDescription(String base, SchemeVersion scheme, Model model) {
    private static final String VOID = "http://rdfs.org/ns/void#";

    Model toModel() {
        var description = ModelFactory.createDefaultModel();
        description.setNsPrefix("void", VOID).setNsPrefix("dcterms", DCTerms.getURI());
        var classes = description.createResource().addProperty(property("class"), SKOS.Concept);
        classes.addLiteral(property("entities"), count(SKOS.Concept));
        description
                .createResource(scheme.versionUri())
                .addProperty(RDF.type, ResourceFactory.createResource(VOID + "Dataset"))
                .addProperty(DCTerms.title, scheme.title(), "es")
                .addProperty(DCTerms.license, scheme.licence())
                .addProperty(OWL2.versionInfo, scheme.version())
                .addProperty(property("dataDump"), description.createResource(base + "dump"))
                .addProperty(property("uriSpace"), base)
                .addProperty(property("vocabulary"), description.createResource(SKOS.getURI()))
                .addProperty(property("vocabulary"), description.createResource(SKOSXL.getURI()))
                .addProperty(property("vocabulary"), description.createResource(Hms.SSSOM))
                .addLiteral(property("triples"), model.size())
                .addProperty(property("classPartition"), classes);
        var links = description
                .createResource(scheme.versionUri() + "#links")
                .addProperty(RDF.type, ResourceFactory.createResource(VOID + "Linkset"))
                .addProperty(property("subset"), description.createResource(scheme.versionUri()));
        links.addLiteral(property("triples"), count(OWL2.Axiom));
        return description;
    }

    private long count(Resource type) {
        return model.listSubjectsWithProperty(RDF.type, type).toList().size();
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(VOID, name);
    }
}
