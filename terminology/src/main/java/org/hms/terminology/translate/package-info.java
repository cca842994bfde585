/**
 * From words or codes to mapped codes, and back. Start reading at {@link org.hms.terminology.translate.Translator}.
 */
@NullMarked
package org.hms.terminology.translate;

import org.jspecify.annotations.NullMarked;
