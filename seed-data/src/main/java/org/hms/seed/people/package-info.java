/**
 * A synthetic population with its truth: families of invented people, and what four sources wrote down about them, with
 * errors at stated rates. Start reading at {@link org.hms.seed.people.Population}.
 */
@NullMarked
package org.hms.seed.people;

import org.jspecify.annotations.NullMarked;
