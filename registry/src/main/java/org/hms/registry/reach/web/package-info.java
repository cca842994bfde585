/**
 * Access to care over HTTP. Start reading at {@link org.hms.registry.reach.web.AccessResource}.
 */
@NullMarked
package org.hms.registry.reach.web;

import org.jspecify.annotations.NullMarked;
