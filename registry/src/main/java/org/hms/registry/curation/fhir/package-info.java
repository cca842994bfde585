/**
 * Places as mCSD's feed writes them. Start reading at {@link org.hms.registry.curation.fhir.DirectoryFeed}.
 */
@NullMarked
package org.hms.registry.curation.fhir;

import org.jspecify.annotations.NullMarked;
