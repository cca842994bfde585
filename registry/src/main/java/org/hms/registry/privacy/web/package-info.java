/** A person's rights over HTTP. Start reading at {@link org.hms.registry.privacy.web.AccessReportResource}. */
@NullMarked
package org.hms.registry.privacy.web;

import org.jspecify.annotations.NullMarked;
