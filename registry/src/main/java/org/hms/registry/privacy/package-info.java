/**
 * What a person may ask of the registry under Ley 7593/2025: who saw my data, mend them, do not use them otherwise. Start
 * reading at {@link org.hms.registry.privacy.Rectifications} and {@link org.hms.registry.privacy.AccessReports}.
 */
@NullMarked
package org.hms.registry.privacy;

import org.jspecify.annotations.NullMarked;
