/**
 * Concept maps that come as resources, read forwards and backwards. Start at {@link org.hms.terminology.conceptmap.ConceptMapDefinition}.
 */
@NullMarked
package org.hms.terminology.conceptmap;

import org.jspecify.annotations.NullMarked;
