package org.hms.terminology.rdf;

import java.util.Map;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SKOSXL;
import org.apache.jena.vocabulary.XSD;

/** The registry's own vocabulary, and the SSSOM terms that Jena does not bring. */
final class Hms {
    static final String NAMESPACE = "https://registry.hms.gov.py/ns#";
    static final String SSSOM = "https://w3id.org/sssom/";

    /** The prefixes with which our graphs are written. */
    static final Map<String, String> PREFIXES = Map.of(
            "skos", SKOS.getURI(),
            "skosxl", SKOSXL.getURI(),
            "hms", NAMESPACE,
            "sssom", SSSOM,
            "dcterms", DCTerms.getURI(),
            "owl", OWL2.getURI(),
            "prov", Prov.NAMESPACE,
            "rdfs", RDFS.getURI(),
            "rdf", RDF.getURI(),
            "xsd", XSD.getURI());

    static final Resource FOLK_ILLNESS = ResourceFactory.createResource(NAMESPACE + "FolkIllness");
    static final Property CATEGORY = property("category");
    static final Property CONFIDENCE = property("confidence");
    static final Property REVIEW_STATUS = property("reviewStatus");
    static final Property REGISTER = property("register");
    static final Property DIALECT = property("dialect");
    static final Property POSITION = property("position");
    static final Property SAME_CONCEPT_AS = property("sameConceptAs");
    static final Property CONTENT_HASH = property("contentHash");
    static final Property LOAD_SEQUENCE = property("loadSequence");
    static final Property TARGET_SYSTEM = property("targetSystem");
    static final Property TARGET_CODE = property("targetCode");

    static final Property REVIEWER = property("reviewer");
    static final Property COMMUNITY = property("community");
    static final Property CONSENT = property("consent");
    static final Property CHANGE = property("change");
    static final Property DEPRECATION_REASON = property("deprecationReason");

    static final Property REVIEWER_LABEL = sssom("reviewer_label");
    static final Property MAPPING_DATE = sssom("mapping_date");
    static final Property MAPPING_TOOL = sssom("mapping_tool");
    static final Property MAPPING_JUSTIFICATION = sssom("mapping_justification");
    static final Property MAPPING_CONFIDENCE = sssom("confidence");
    static final Property AUTHOR_LABEL = sssom("author_label");
    static final Property OBJECT_SOURCE = sssom("object_source");
    static final Property MAPPING_SOURCE = sssom("mapping_source");
    static final Property COMMENT = sssom("comment");
    static final Resource NO_TERM_FOUND = ResourceFactory.createResource(SSSOM + "NoTermFound");

    private Hms() {}

    private static Property property(String name) {
        return ResourceFactory.createProperty(NAMESPACE, name);
    }

    private static Property sssom(String name) {
        return ResourceFactory.createProperty(SSSOM, name);
    }
}
