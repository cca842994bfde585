/**
 * How the lexicon is edited: what people propose, who reviews it, and how a version is made of it. Start reading at
 * {@link org.hms.registry.editorial.Editorial}.
 */
@NullMarked
package org.hms.registry.editorial;

import org.jspecify.annotations.NullMarked;
