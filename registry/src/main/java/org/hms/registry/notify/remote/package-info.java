/** Brings notifications to receivers over HTTP, and to no address but those allowed. */
@NullMarked
package org.hms.registry.notify.remote;

import org.jspecify.annotations.NullMarked;
