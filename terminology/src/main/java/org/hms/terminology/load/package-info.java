/**
 * What turns files of others into concepts and code systems. Start reading at {@link org.hms.terminology.load.LexiconLoader}.
 */
@NullMarked
package org.hms.terminology.load;

import org.jspecify.annotations.NullMarked;
