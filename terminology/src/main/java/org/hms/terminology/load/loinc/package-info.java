/** LOINC's release as CSV files. Start at {@link org.hms.terminology.load.loinc.LoincRelease}. */
@NullMarked
package org.hms.terminology.load.loinc;

import org.jspecify.annotations.NullMarked;
