/**
 * Proposals, versions, linked data and SPARQL on the native face. Start reading at
 * {@link org.hms.registry.editorial.web.ProposalResource}.
 */
@NullMarked
package org.hms.registry.editorial.web;

import org.jspecify.annotations.NullMarked;
