/**
 * Invented health professionals at real facilities. Start reading at {@link org.hms.seed.providers.SyntheticProviders}.
 */
@NullMarked
package org.hms.seed.providers;

import org.jspecify.annotations.NullMarked;
