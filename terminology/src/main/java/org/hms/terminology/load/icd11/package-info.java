/** The axes of ICD-11 from the entities of WHO's interface. Start reading at {@link org.hms.terminology.load.icd11.Icd11AxesImporter}. */
@NullMarked
package org.hms.terminology.load.icd11;

import org.jspecify.annotations.NullMarked;
