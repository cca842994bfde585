package org.hms.registry.practitioner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.registry.access.Caller;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishedVersions;
import org.jspecify.annotations.Nullable;

/** All health professionals and what they do where. */
public final class ProviderDirectory {

    private final ProviderSearch search;
    private final DirectoryStore<Practitioner> practitioners;
    private final DirectoryStore<PractitionerRole> roles;

    public ProviderDirectory(
            ProviderSearch search, DirectoryStore<Practitioner> practitioners, DirectoryStore<PractitionerRole> roles) {
        this.search = search;
        this.practitioners = practitioners;
        this.roles = roles;
    }

    /** One page of what was found, in order, and how many there are in all. */
    public record Found<T>(int total, List<Published<T>> page) {
        public Found {
            page = List.copyOf(page);
        }
    }

    public Optional<Published<Practitioner>> findPractitioner(String id) {
        return practitioners.find(id);
    }

    /** Publishes a professional, as version 1 or as the next after what is published; equal content makes no version. */
    public Published<Practitioner> publish(Practitioner practitioner, Instant at, Caller by) {
        return publish(practitioners, practitioner, at, by);
    }

    /** Publishes a role in the same way. */
    public Published<PractitionerRole> publish(PractitionerRole role, Instant at, Caller by) {
        return publish(roles, role, at, by);
    }

    private static <T extends DirectoryEntry> Published<T> publish(
            DirectoryStore<T> store, T entry, Instant at, Caller by) {
        var current = store.find(entry.id()).orElse(null);
        if (current != null && current.content().equals(entry)) {
            return current;
        }
        var next = new Published<>(entry, current == null ? 1 : current.version() + 1, at);
        store.publish(List.of(next), by);
        return next;
    }

    public Map<String, Published<Practitioner>> findPractitioners(Collection<String> ids) {
        return practitioners.find(ids);
    }

    public Optional<Published<PractitionerRole>> findRole(String id) {
        return roles.find(id);
    }

    public Found<Practitioner> practitioners(List<EntryCondition> conditions, int limit, int offset) {
        return found(search.practitioners(conditions, limit, offset), practitioners);
    }

    public Found<PractitionerRole> roles(List<RoleCondition> conditions, int limit, int offset) {
        return found(search.roles(conditions, limit, offset), roles);
    }

    /** All versions of a professional, newest first. */
    public List<Published<Practitioner>> practitionerHistory(String id) {
        return practitioners.history(id);
    }

    /** All versions of a role, newest first. */
    public List<Published<PractitionerRole>> roleHistory(String id) {
        return roles.history(id);
    }

    /** What was published of professionals since an instant, newest first. */
    public Found<Practitioner> practitionersSince(@Nullable Instant since, int limit, int offset) {
        return versions(search.practitionerVersions().since(since, limit, offset), practitioners);
    }

    /** What was published of roles since an instant, newest first. */
    public Found<PractitionerRole> rolesSince(@Nullable Instant since, int limit, int offset) {
        return versions(search.roleVersions().since(since, limit, offset), roles);
    }

    private static <T extends DirectoryEntry> Found<T> versions(PublishedVersions.Page page, DirectoryStore<T> store) {
        var entries = store.findVersions(page.keys());
        return new Found<>(
                page.total(),
                page.keys().stream()
                        .flatMap(key -> Stream.ofNullable(entries.get(key)))
                        .toList());
    }

    private static <T extends DirectoryEntry> Found<T> found(ProviderSearch.Hits hits, DirectoryStore<T> store) {
        var entries = store.find(hits.page());
        return new Found<>(
                hits.total(),
                hits.page().stream()
                        .flatMap(id -> Stream.ofNullable(entries.get(id)))
                        .toList());
    }
}
