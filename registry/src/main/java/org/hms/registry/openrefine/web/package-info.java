/**
 * The reconciliation API 0.2 over HTTP. Start reading at {@link org.hms.registry.openrefine.web.ReconcileResource}.
 */
@NullMarked
package org.hms.registry.openrefine.web;

import org.jspecify.annotations.NullMarked;
