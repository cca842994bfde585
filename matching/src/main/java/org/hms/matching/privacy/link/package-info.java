/** Finds the encodings of one person in two encoded files; start at EncodedLinkage. */
@NullMarked
package org.hms.matching.privacy.link;

import org.jspecify.annotations.NullMarked;
