/** Code systems whose concepts have several parents, roles and reference sets, compiled to columns. Start at {@link org.hms.terminology.graph.CompiledGraph}. */
@NullMarked
package org.hms.terminology.graph;

import org.jspecify.annotations.NullMarked;
