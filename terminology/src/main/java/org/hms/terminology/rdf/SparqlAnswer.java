package org.hms.terminology.rdf;

/** A query's answer as text of a media type (SPARQL results in JSON, or Turtle), and whether rows beyond the limit were cut. */
public record SparqlAnswer(String mediaType, String body, boolean truncated) {}
