package org.hms.terminology.rdf;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;

/** The syntaxes in which the graphs are given. */
public enum RdfFormat {
    TURTLE("text/turtle", RDFFormat.TURTLE_PRETTY),
    JSON_LD("application/ld+json", RDFFormat.JSONLD11_PRETTY),
    RDF_XML("application/rdf+xml", RDFFormat.RDFXML_PLAIN),
    N_TRIPLES("application/n-triples", RDFFormat.NTRIPLES_UTF8);

    private final String mediaType;
    private final RDFFormat riot;

    RdfFormat(String mediaType, RDFFormat riot) {
        this.mediaType = mediaType;
        this.riot = riot;
    }

    public String mediaType() {
        return mediaType;
    }

    RDFFormat riot() {
        return riot;
    }

    public static Optional<RdfFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
