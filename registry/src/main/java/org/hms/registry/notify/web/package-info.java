/** The change log for those who pull it, as JSON. */
@NullMarked
package org.hms.registry.notify.web;

import org.jspecify.annotations.NullMarked;
