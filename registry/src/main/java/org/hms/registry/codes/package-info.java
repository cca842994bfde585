/**
 * Terminology's face: what a word means in codes, over HTTP and FHIR, and what editors store of it. Start reading at
 * {@link org.hms.registry.codes.MappedSystem} and in the edges {@code fhir} and {@code web}.
 */
@NullMarked
package org.hms.registry.codes;

import org.jspecify.annotations.NullMarked;
