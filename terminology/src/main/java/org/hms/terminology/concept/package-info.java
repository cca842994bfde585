/**
 * The words of terminology as plain records: concepts, designations, mappings. Start reading at {@link org.hms.terminology.concept.Concept}.
 */
@NullMarked
package org.hms.terminology.concept;

import org.jspecify.annotations.NullMarked;
