package org.hms.registry.exchange;

import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/**
 * What is published of an entry, and how the source's last import, or the undoing of it, left it.
 *
 * @param left absent where the source's list never said anything of it
 */
public record Known<T>(Published<T> current, @Nullable T left) {}
