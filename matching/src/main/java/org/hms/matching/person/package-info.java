/**
 * What sources say of a person, as they said it: the words every other package here speaks. Start reading at
 * {@link org.hms.matching.person.Demographics}.
 */
@NullMarked
package org.hms.matching.person;

import org.jspecify.annotations.NullMarked;
