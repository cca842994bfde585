/**
 * What is refused before any parser of FHIR sees it: characters, numbers, depth, duplicates, sizes. Start reading at
 * {@link org.hms.registry.fhir.strict.StrictJson}.
 */
@NullMarked
package org.hms.registry.fhir.strict;

import org.jspecify.annotations.NullMarked;
