/** The plain pages over HTTP. Start reading at {@link org.hms.registry.wordform.web.WordFormResource}. */
@NullMarked
package org.hms.registry.wordform.web;

import org.jspecify.annotations.NullMarked;
