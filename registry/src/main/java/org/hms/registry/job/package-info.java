/** The command line. Start reading at {@link org.hms.registry.job.RegistryCommand}. */
@NullMarked
package org.hms.registry.job;

import org.jspecify.annotations.NullMarked;
