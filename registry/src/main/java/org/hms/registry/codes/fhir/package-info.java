/**
 * FHIR's terminology service: {@code $expand}, {@code $translate}, {@code $lookup}, {@code $validate-code},
 * {@code $subsumes}. Start reading at {@link org.hms.registry.codes.fhir.CodesEndpoints}.
 */
@NullMarked
package org.hms.registry.codes.fhir;

import org.jspecify.annotations.NullMarked;
