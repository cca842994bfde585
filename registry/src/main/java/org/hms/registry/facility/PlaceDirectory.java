package org.hms.registry.facility;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.VersionKey;
import org.jspecify.annotations.Nullable;

/** All places: those of the territory and those where care is given, under ids that never collide. */
public final class PlaceDirectory {

    private final PlaceSearch search;
    private final DirectoryStore<Jurisdiction> jurisdictions;
    private final DirectoryStore<Facility> facilities;

    public PlaceDirectory(
            PlaceSearch search, DirectoryStore<Jurisdiction> jurisdictions, DirectoryStore<Facility> facilities) {
        this.search = search;
        this.jurisdictions = jurisdictions;
        this.facilities = facilities;
    }

    /** A place that was found and, when a point was asked about, how far from it. */
    public record Found(Place place, @Nullable Double metres) {}

    /**
     * One page of what was found, in order, whether there is more after it, and how many there are in all, unless they are too
     * many to be counted.
     */
    public record FoundPlaces(@Nullable Integer total, boolean more, List<Found> page) {
        public FoundPlaces {
            page = List.copyOf(page);
        }
    }

    /** One page of versions, newest first, and how many there are in all. */
    public record PlaceVersions(int total, List<Place> page) {
        public PlaceVersions {
            page = List.copyOf(page);
        }
    }

    public Optional<Place> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Those of the places that exist, by id. */
    public Map<String, Place> find(Collection<String> ids) {
        var places = new HashMap<String, Place>();
        if (!ids.isEmpty()) {
            jurisdictions.find(ids).forEach((id, area) -> places.put(id, new Place.Area(area)));
            facilities.find(ids).forEach((id, site) -> places.put(id, new Place.Site(site)));
        }
        return places;
    }

    public FoundPlaces find(PlaceQuery query) {
        var hits = search.find(query);
        var places = find(hits.page().stream().map(PlaceSearch.Hit::id).toList());
        return new FoundPlaces(
                hits.total(),
                hits.more(),
                hits.page().stream()
                        .flatMap(hit ->
                                Stream.ofNullable(places.get(hit.id())).map(place -> new Found(place, hit.metres())))
                        .toList());
    }

    public Optional<Place> findVersion(String id, int version) {
        return versions(List.of(new VersionKey(id, version))).stream().findFirst();
    }

    /** All versions of a place, newest first; empty when there is no such place. */
    public List<Place> history(String id) {
        return Stream.<Place>concat(
                        jurisdictions.history(id).stream().map(Place.Area::new),
                        facilities.history(id).stream().map(Place.Site::new))
                .toList();
    }

    /** What was published since an instant, of all places or of the located ones. */
    public PlaceVersions publishedSince(@Nullable Instant since, boolean located, int limit, int offset) {
        var versions = search.publishedSince(since, located, limit, offset);
        return new PlaceVersions(versions.total(), versions(versions.page()));
    }

    private List<Place> versions(List<VersionKey> keys) {
        var places = new LinkedHashMap<VersionKey, Place>();
        jurisdictions.findVersions(keys).forEach((key, area) -> places.put(key, new Place.Area(area)));
        facilities.findVersions(keys).forEach((key, site) -> places.put(key, new Place.Site(site)));
        return keys.stream().flatMap(key -> Stream.ofNullable(places.get(key))).toList();
    }
}
