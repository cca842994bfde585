/**
 * Reconciliation of facility lists on the native face. Start reading at
 * {@link org.hms.registry.reconcile.web.ReconciliationResource}.
 */
@NullMarked
package org.hms.registry.reconcile.web;

import org.jspecify.annotations.NullMarked;
