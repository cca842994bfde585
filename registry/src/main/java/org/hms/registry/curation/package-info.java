/**
 * How the facilities of the directory change: somebody proposes, rules and a search for duplicates speak, somebody else
 * reviews, and it is published in one transaction. Start reading at {@link org.hms.registry.curation.Curation}.
 */
@NullMarked
package org.hms.registry.curation;

import org.jspecify.annotations.NullMarked;
