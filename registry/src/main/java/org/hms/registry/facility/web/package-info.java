/** Facilities for anyone who looks for one, as JSON. */
@NullMarked
package org.hms.registry.facility.web;

import org.jspecify.annotations.NullMarked;
