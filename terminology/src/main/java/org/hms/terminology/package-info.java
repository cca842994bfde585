/**
 * Codes and what they mean. Start reading at {@code TerminologyService}.
 */
@NullMarked
package org.hms.terminology;

import org.jspecify.annotations.NullMarked;
