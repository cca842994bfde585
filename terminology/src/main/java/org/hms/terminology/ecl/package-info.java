/** SNOMED CT's Expression Constraint Language 2: what a constraint says, and which concepts it holds for. Start at {@link org.hms.terminology.ecl.Ecl}. */
@NullMarked
package org.hms.terminology.ecl;

import org.jspecify.annotations.NullMarked;
