/**
 * The book of record of the local concept schemes, in SKOS on Jena TDB2. Start reading at {@link org.hms.terminology.rdf.ConceptStore}.
 */
@NullMarked
package org.hms.terminology.rdf;

import org.jspecify.annotations.NullMarked;
