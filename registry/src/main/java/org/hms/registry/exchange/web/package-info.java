/**
 * Lists in and out over HTTP. Start reading at {@link org.hms.registry.exchange.web.DirectoryImportResource}.
 */
@NullMarked
package org.hms.registry.exchange.web;

import org.jspecify.annotations.NullMarked;
