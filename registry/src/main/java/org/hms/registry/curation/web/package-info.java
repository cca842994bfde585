/**
 * Curation on the native face. Start reading at {@link org.hms.registry.curation.web.CurationResource}.
 */
@NullMarked
package org.hms.registry.curation.web;

import org.jspecify.annotations.NullMarked;
