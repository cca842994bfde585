/** SNOMED CT's release format 2: a snapshot as files. Start at {@link org.hms.terminology.load.rf2.Rf2Release}. */
@NullMarked
package org.hms.terminology.load.rf2;

import org.jspecify.annotations.NullMarked;
