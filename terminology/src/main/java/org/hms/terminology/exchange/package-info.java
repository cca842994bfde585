/**
 * Mappings as files that other tools read, without loss. Start reading at {@link org.hms.terminology.exchange.SssomWriter}.
 */
@NullMarked
package org.hms.terminology.exchange;

import org.jspecify.annotations.NullMarked;
