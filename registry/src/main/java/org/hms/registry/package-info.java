/**
 * The service. {@code RegistryApplication} is the only place that knows everything; start reading there.
 */
@NullMarked
package org.hms.registry;

import org.jspecify.annotations.NullMarked;
