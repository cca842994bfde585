/** People made into hardened Bloom filters under a secret, to be linked without being shown; start at PersonFileEncoder. */
@NullMarked
package org.hms.matching.privacy;

import org.jspecify.annotations.NullMarked;
