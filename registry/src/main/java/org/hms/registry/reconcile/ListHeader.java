package org.hms.registry.reconcile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.territory.NameFolding;

/** Where in the rows of a list which column stands. */
final class ListHeader {

    private final int id;
    private final Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);

    /** @throws InvalidFacilityList if the id's column, a name or a column that the mapping names is absent */
    ListHeader(List<String> cells, String idColumn, Map<String, String> mapping) {
        var names = cells.stream().map(ListHeader::comparable).toList();
        id = place(names, idColumn);
        for (var column : ListColumn.values()) {
            column.headings().stream()
                    .map(heading -> names.indexOf(comparable(heading)))
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(column, place));
        }
        mapping.forEach((code, heading) -> {
            var column = ListColumn.find(code)
                    .orElseThrow(() -> new InvalidFacilityList("A list has no column of the kind " + code));
            places.put(column, place(names, heading));
        });
        if (!places.containsKey(ListColumn.NAME)) {
            throw new InvalidFacilityList("The list has no column with the name of the facility");
        }
    }

    private static String comparable(String heading) {
        return NameFolding.fold(heading.replace('_', ' '));
    }

    private static int place(List<String> names, String heading) {
        int place = names.indexOf(comparable(heading));
        if (place < 0) {
            throw new InvalidFacilityList("The list has no column " + heading);
        }
        return place;
    }

    /** The row's name in its list. */
    String id(List<String> cells) {
        return id < cells.size() ? cells.get(id).strip() : "";
    }

    /** Empty where the list has no such column, or the row no such cell. */
    String text(List<String> cells, ListColumn column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}
