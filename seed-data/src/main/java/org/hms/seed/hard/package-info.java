/**
 * A person file as hard as a country's: clans of relatives, twins and namesakes, registered by five sources with errors
 * that come together. Start reading at {@link org.hms.seed.hard.HardPeople}.
 */
@NullMarked
package org.hms.seed.hard;

import org.jspecify.annotations.NullMarked;
