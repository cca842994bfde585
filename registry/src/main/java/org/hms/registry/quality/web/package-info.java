/**
 * Figures, offending records and the work list of provisional identities over HTTP. Start reading at
 * {@link org.hms.registry.quality.web.QualityResource}.
 */
@NullMarked
package org.hms.registry.quality.web;

import org.jspecify.annotations.NullMarked;
