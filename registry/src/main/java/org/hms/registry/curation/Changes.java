package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.Published;

/** What a publication would change, told before it is written. */
final class Changes {

    private Changes() {}

    /** Fields of the facility itself by their name, those of others behind the facility; then all that moves. */
    static List<Place> of(Publication publication, Map<String, Published<Facility>> before) {
        var changes = new ArrayList<Place>();
        for (var next : publication.facilities()) {
            var facility = next.content();
            var known = before.get(facility.id());
            if (known == null) {
                changes.add(new Place(
                        "Facility/" + facility.id(),
                        "is new: " + facility.name().repaired()));
                continue;
            }
            var prefix = facility.id().equals(publication.facility()) ? "" : "Facility/" + facility.id() + ".";
            for (var difference : FacilityForm.differences(known.content(), facility)) {
                changes.add(new Place(prefix + difference.field(), difference.sentence()));
            }
        }
        for (var role : publication.moved().roles()) {
            changes.add(new Place(
                    "PractitionerRole/" + role.content().id(),
                    "moves to " + role.content().facility()));
        }
        for (var entry : publication.moved().care()) {
            changes.add(new Place(kind(entry.content()) + "/" + entry.content().id(), moves(entry.content())));
        }
        return changes;
    }

    private static String kind(CareEntry entry) {
        return entry.getClass().getSimpleName();
    }

    private static String moves(CareEntry entry) {
        return entry.withdrawn()
                ? "ends: both its sides become one"
                : "refers to "
                        + entry.links().stream()
                                .map(link -> link.role().name().toLowerCase(Locale.ROOT) + " " + link.target())
                                .toList();
    }
}
