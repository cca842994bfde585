package org.hms.terminology.rdf;

/** What is wrong with a load and where: the node or row, the property, and a sentence. */
public record Finding(String focus, String path, String message) {}
