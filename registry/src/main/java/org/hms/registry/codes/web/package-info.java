/**
 * Words, concepts and imports on the native face. Start reading at {@link org.hms.registry.codes.web.TermResource}.
 */
@NullMarked
package org.hms.registry.codes.web;

import org.jspecify.annotations.NullMarked;
