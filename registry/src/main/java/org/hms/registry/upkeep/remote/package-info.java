/** Endpoints tried over the network. Start reading at {@link org.hms.registry.upkeep.remote.HttpEndpointProbe}. */
@NullMarked
package org.hms.registry.upkeep.remote;

import org.jspecify.annotations.NullMarked;
