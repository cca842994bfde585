/**
 * Who is worth comparing: an index of standardised people by their blocking keys. Start reading at
 * {@link org.hms.matching.block.CandidateIndex}.
 */
@NullMarked
package org.hms.matching.block;

import org.jspecify.annotations.NullMarked;
