package org.hms.terminology.rdf;

import java.time.Duration;

/** How long a query may take, and how many rows or triples it may give; what is more is cut off and said to be. */
record SparqlLimits(Duration time, int rows) {
    static final SparqlLimits USUAL = new SparqlLimits(Duration.ofSeconds(3), 5_000);
}
