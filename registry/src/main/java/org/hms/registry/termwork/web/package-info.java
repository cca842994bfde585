/** Work list and early signals on the native face. Start reading at {@link org.hms.registry.termwork.web.UntranslatedResource}. */
@NullMarked
package org.hms.registry.termwork.web;

import org.jspecify.annotations.NullMarked;
