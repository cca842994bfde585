/** Files of patients that are taken in by and by. Start reading at {@link org.hms.registry.imports.Imports} and {@link org.hms.registry.imports.ImportRun}. */
@NullMarked
package org.hms.registry.imports;

import org.jspecify.annotations.NullMarked;
