/**
 * The linkage engine over files too large for one machine: the standardiser, model, scorer and cluster step of
 * {@code matching}, carried out by Apache Spark. Start reading at {@link org.hms.linkage.spark.SparkDeduplication}.
 */
@NullMarked
package org.hms.linkage.spark;

import org.jspecify.annotations.NullMarked;
