/**
 * A whole file of people at once: read it by a column mapping, block it on sorted keys, score each candidate pair once on
 * all cores, divide it into people and report. Start reading at {@link org.hms.matching.batch.Deduplication}.
 */
@NullMarked
package org.hms.matching.batch;

import org.jspecify.annotations.NullMarked;
