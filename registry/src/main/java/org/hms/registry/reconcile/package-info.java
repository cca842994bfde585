/**
 * Which rows of two lists of facilities are the same house, and which rows of one list look like twins? Start reading at
 * {@link org.hms.registry.reconcile.Reconciliation}.
 */
@NullMarked
package org.hms.registry.reconcile;

import org.jspecify.annotations.NullMarked;
