package org.hms.registry.openrefine;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Things of one sort against which others reconcile their lists. */
public interface EntityCatalogue {

    /** How it presents itself. The spaces are URIs: of the entities' ids, and of what they are. */
    record Presentation(String name, String identifierSpace, String schemaSpace) {}

    Presentation presentation();

    /** All types, the widest first; the first is that of every entity. */
    List<EntityType> types();

    List<EntityProperty> properties();

    /** Those that may be the one sought, the likeliest first. */
    List<Candidate> find(EntityQuery query);

    /** Those whose name or id begins with a text, or holds a word that does; those behind the first so many. */
    List<Entity> suggest(String prefix, int skip, int limit);

    /** Those of the entities that there are, by id. */
    Map<String, Entity> get(Collection<String> ids);
}
