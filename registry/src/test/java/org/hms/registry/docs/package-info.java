/** The documentation, executed as it is printed. Start reading at {@link org.hms.registry.docs.DocumentationIT}. */
@NullMarked
package org.hms.registry.docs;

import org.jspecify.annotations.NullMarked;
