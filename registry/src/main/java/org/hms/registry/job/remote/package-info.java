/** Commands that talk to a running service over HTTP, as any client does. */
@NullMarked
package org.hms.registry.job.remote;

import org.jspecify.annotations.NullMarked;
