package org.hms.terminology.concept;

/** A statement that a code of another system is, to some degree, what a local concept is; the relation says which. */
public record ConceptMapping(String conceptId, Coding target, MappingRelation relation, MappingEvidence evidence) {}
