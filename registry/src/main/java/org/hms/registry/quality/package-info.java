/**
 * How complete and valid the sources' records are, and which identities are provisional. Start reading at
 * {@link org.hms.registry.quality.Indicator} and {@link org.hms.registry.quality.RecordAssessment}.
 */
@NullMarked
package org.hms.registry.quality;

import org.jspecify.annotations.NullMarked;
