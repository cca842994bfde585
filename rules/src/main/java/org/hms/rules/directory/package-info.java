/**
 * What is amiss with a proposed change of a facility. Start reading at {@link org.hms.rules.directory.DirectoryPolicy} and at
 * {@code directory.drl}.
 */
@NullMarked
package org.hms.rules.directory;

import org.jspecify.annotations.NullMarked;
