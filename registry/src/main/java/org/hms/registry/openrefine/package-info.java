/**
 * What ships to a reconciliation client (OpenRefine's API 0.2): facilities, the public part of the professionals, terms.
 * Never patients. Start reading at {@link org.hms.registry.openrefine.EntityCatalogue}.
 */
@NullMarked
package org.hms.registry.openrefine;

import org.jspecify.annotations.NullMarked;
