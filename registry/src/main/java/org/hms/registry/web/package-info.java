/**
 * The native face and what both faces share: problems, limits, headers, metrics, documentation. Start reading at
 * {@link org.hms.registry.web.Faces}.
 */
@NullMarked
package org.hms.registry.web;

import org.jspecify.annotations.NullMarked;
