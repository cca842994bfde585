package org.hms.terminology.rdf;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of PROV-O that say how a version came about. */
final class Prov {
    static final String NAMESPACE = "http://www.w3.org/ns/prov#";
    static final Resource ENTITY = ResourceFactory.createResource(NAMESPACE + "Entity");
    static final Resource ACTIVITY = ResourceFactory.createResource(NAMESPACE + "Activity");
    static final Resource AGENT = ResourceFactory.createResource(NAMESPACE + "Agent");
    static final Property WAS_GENERATED_BY = property("wasGeneratedBy");
    static final Property WAS_DERIVED_FROM = property("wasDerivedFrom");
    static final Property WAS_ASSOCIATED_WITH = property("wasAssociatedWith");
    static final Property ENDED_AT_TIME = property("endedAtTime");

    private Prov() {}

    private static Property property(String name) {
        return ResourceFactory.createProperty(NAMESPACE, name);
    }
}
