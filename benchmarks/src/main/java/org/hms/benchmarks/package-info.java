/**
 * JMH benchmarks of the hot paths. Start reading at {@link org.hms.benchmarks.MatchingBenchmark}; the README beside says how
 * they are run and what they last gave.
 */
@NullMarked
package org.hms.benchmarks;

import org.jspecify.annotations.NullMarked;
