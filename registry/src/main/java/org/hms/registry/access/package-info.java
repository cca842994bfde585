/**
 * Who calls, in which role and for which purpose: plain facts and signed tokens. Start reading at
 * {@link org.hms.registry.access.Caller} and {@link org.hms.registry.access.TokenService}.
 */
@NullMarked
package org.hms.registry.access;

import org.jspecify.annotations.NullMarked;
