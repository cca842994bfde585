package org.hms.registry.openrefine;

import org.jspecify.annotations.Nullable;

/** A category of entities, and the wider one that it belongs to. */
public record EntityType(String id, String name, @Nullable EntityType broader) {

    static EntityType of(String id, String name) {
        return new EntityType(id, name, null);
    }
}
