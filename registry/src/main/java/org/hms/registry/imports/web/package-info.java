/** Import jobs over HTTP. Start reading at {@link org.hms.registry.imports.web.ImportResource}. */
@NullMarked
package org.hms.registry.imports.web;

import org.jspecify.annotations.NullMarked;
