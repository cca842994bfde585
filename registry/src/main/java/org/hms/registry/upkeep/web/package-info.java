/**
 * Scores and work lists of the directory over HTTP. Start reading at {@link org.hms.registry.upkeep.web.UpkeepResource}.
 */
@NullMarked
package org.hms.registry.upkeep.web;

import org.jspecify.annotations.NullMarked;
