/**
 * The territory, and what every entry of the directory has in common: versions, one way to load, one way to be searched.
 * Start reading at {@link org.hms.registry.territory.Jurisdiction} and {@link org.hms.registry.territory.DirectoryLoad}.
 */
@NullMarked
package org.hms.registry.territory;

import org.jspecify.annotations.NullMarked;
