/**
 * Learning a model from a file without labels: u by random sampling, m by expectation maximisation over several blocking
 * passes, the prior from what the passes find. Start reading at {@link org.hms.matching.train.ModelTrainer}.
 */
@NullMarked
package org.hms.matching.train;

import org.jspecify.annotations.NullMarked;
