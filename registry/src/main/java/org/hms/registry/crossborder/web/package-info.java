/** The neighbours' question over HTTP. */
@NullMarked
package org.hms.registry.crossborder.web;

import org.jspecify.annotations.NullMarked;
