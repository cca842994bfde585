/** Bearer tokens at the door of both faces. Start reading at {@link org.hms.registry.access.web.AuthenticationFilter}. */
@NullMarked
package org.hms.registry.access.web;

import org.jspecify.annotations.NullMarked;
