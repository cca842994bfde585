package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Who feeds, and whose an identifier system is, however it is spelt: {@code http} or {@code https}, an OID with or without
 * {@code urn:oid:}, or a spelling that the source's entry names.
 */
public final class SourceSystems {

    private static final Pattern OID = Pattern.compile("(?i)(?:urn:oid:|oid:)?([0-2](?:\\.(?:0|[1-9][0-9]*))+)");

    private final PatientStore store;
    private volatile @Nullable Lookup known;

    public SourceSystems(PatientStore store) {
        this.store = store;
    }

    /** The store hands out one and the same list until a source changes, so the list itself is the key. */
    private record Lookup(List<SourceSystem> sources, Map<String, String> canonical, Map<String, SourceSystem> owners) {
        static Lookup of(List<SourceSystem> sources) {
            var canonical = new HashMap<String, String>();
            var owners = new HashMap<String, SourceSystem>();
            for (var source : sources) {
                for (var owned : source.systems()) {
                    spellings(owned).forEach(spelling -> canonical.put(spelling, owned.system()));
                    owners.put(owned.system(), source);
                }
            }
            return new Lookup(sources, Map.copyOf(canonical), Map.copyOf(owners));
        }
    }

    private Lookup lookup() {
        var sources = store.sources();
        var lookup = known;
        if (lookup == null || lookup.sources() != sources) {
            lookup = Lookup.of(sources);
            known = lookup;
        }
        return lookup;
    }

    public List<SourceSystem> list() {
        return store.sources();
    }

    public Optional<SourceSystem> find(String id) {
        return list().stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** The source whose this system is. */
    public Optional<SourceSystem> findOwner(String system) {
        return Optional.ofNullable(lookup().owners().get(canonical(system)));
    }

    /** The system as we write it. */
    public String canonical(String system) {
        var settled = IdentifierSystems.canonical(system);
        return lookup().canonical().getOrDefault(key(settled), settled);
    }

    /** The same person with each identifier's system as we write it. */
    public Demographics canonical(Demographics said) {
        var identifiers = said.identifiers().stream()
                .map(identifier -> new Identifier(canonical(identifier.system()), identifier.value()))
                .distinct()
                .toList();
        return identifiers.equals(said.identifiers())
                ? said
                : new Demographics(
                        said.names(),
                        said.sex(),
                        said.birth(),
                        identifiers,
                        said.residence(),
                        said.phones(),
                        said.deceased());
    }

    /** The system that this source means by a type code alone; where it says nothing, what the national guide means. */
    public Optional<String> findByTypeCode(SourceSystem source, String typeCode) {
        return source.systems().stream()
                .filter(owned -> owned.typeCodes().contains(typeCode))
                .map(OwnedSystem::system)
                .findFirst()
                .or(() -> IdentifierSystems.ofType(typeCode));
    }

    /** What stands against an entry: another source owns one of its systems, or records stand under one it no longer has. */
    private Optional<String> findObjection(SourceSystem wanted) {
        var own = new HashSet<String>();
        for (var owned : wanted.systems()) {
            for (var spelling : spellings(owned)) {
                if (!own.add(spelling)) {
                    return Optional.of("one system or spelling stands twice");
                }
            }
        }
        for (var other : list()) {
            boolean taken = !other.id().equals(wanted.id())
                    && other.systems().stream()
                            .flatMap(owned -> spellings(owned).stream())
                            .anyMatch(own::contains);
            if (taken) {
                return Optional.of("one of its identifier systems belongs to the source " + other.id());
            }
        }
        var kept = wanted.systems().stream().map(OwnedSystem::system).toList();
        return store.systemsOfRecords(wanted.id()).stream().allMatch(kept::contains)
                ? Optional.empty()
                : Optional.of("records stand under an identifier system that it would no longer own");
    }

    /**
     * Adds the source or changes the one of that id, and from then on the configuration file no longer does; or says what
     * stands against it, and changes nothing.
     */
    public synchronized Optional<String> replace(SourceSystem source) {
        var objection = findObjection(source);
        if (objection.isEmpty()) {
            store.replaceSource(source);
        }
        return objection;
    }

    private static Set<String> spellings(OwnedSystem owned) {
        var spellings = new HashSet<String>();
        spellings.add(key(IdentifierSystems.canonical(owned.system())));
        var own = new ArrayList<String>(owned.spellings());
        own.stream().map(IdentifierSystems::canonical).map(SourceSystems::key).forEach(spellings::add);
        return spellings;
    }

    /** What spellings of one system have in common. */
    private static String key(String system) {
        var oid = OID.matcher(system);
        if (oid.matches()) {
            return "urn:oid:" + oid.group(1);
        }
        return system.regionMatches(true, 0, "http://", 0, 7)
                ? "https://" + system.substring(7)
                : system.regionMatches(true, 0, "https://", 0, 8) ? "https://" + system.substring(8) : system;
    }
}
