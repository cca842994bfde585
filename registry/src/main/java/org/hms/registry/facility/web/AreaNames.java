package org.hms.registry.facility.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.web.FacilityView.AreaView;
import org.jspecify.annotations.Nullable;

/** The names of the jurisdictions that some facilities lie in or are managed by, looked up once for all of them. */
record AreaNames(Map<String, Place> places) {

    static AreaNames of(Collection<Facility> facilities, PlaceDirectory directory) {
        var ids = new HashSet<String>();
        for (var facility : facilities) {
            var site = facility.site();
            if (site.district() != null) {
                ids.add(site.district());
            }
            site.formerly().forEach(former -> ids.add(former.district()));
            if (site.healthRegion() != null) {
                ids.add(site.healthRegion());
            }
        }
        return new AreaNames(directory.find(ids));
    }

    @Nullable
    AreaView view(@Nullable String id) {
        var place = id == null ? null : places.get(id);
        return place == null
                ? null
                : new AreaView(place.id(), place.entry().names().getFirst().text());
    }
}
