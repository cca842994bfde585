/**
 * Access to care: how far it is from where people live to where a service is offered, and how many people each place serves.
 * Start reading at {@link org.hms.registry.reach.AccessToCare}.
 */
@NullMarked
package org.hms.registry.reach;

import org.jspecify.annotations.NullMarked;
