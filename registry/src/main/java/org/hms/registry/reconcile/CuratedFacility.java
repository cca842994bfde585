package org.hms.registry.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hms.registry.facility.NameRepair;
import org.hms.seed.FacilityList;
import org.hms.seed.FacilityRow;
import org.jspecify.annotations.Nullable;

/**
 * One house, from all rows that speak of it. What it is called and what it is comes from the newest list that says so, its
 * place and telephone from whichever list has them.
 *
 * @param rows those that speak of it, the newest list first, within a list the fullest name
 * @param waits whether a steward still has to tell it from another
 */
public record CuratedFacility(List<FacilityRow> rows, boolean waits) {

    private static final List<FacilityList> NEWEST_FIRST = List.of(FacilityList.B, FacilityList.C, FacilityList.A);

    public CuratedFacility {
        rows = rows.stream()
                .sorted(Comparator.comparingInt((FacilityRow row) -> NEWEST_FIRST.indexOf(row.list()))
                        .thenComparingInt(row -> -row.name().length())
                        .thenComparing(FacilityRow::seedId))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A house stands in some row");
        }
    }

    public String seedId() {
        return rows.getFirst().seedId();
    }

    public String name() {
        return NameRepair.repair(rows.getFirst().name());
    }

    /** What other rows call it, where they call it otherwise. */
    public List<String> otherNames() {
        return rows.stream()
                .map(row -> NameRepair.repair(row.name()))
                .distinct()
                .filter(name -> !name.equals(name()))
                .toList();
    }

    /** The ministry's abbreviation: the newest row's own word for it, in its column or in its name. */
    public @Nullable String type() {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.typeCode()),
                        NameReading.read(row.name()).types().stream().sorted()))
                .filter(type -> !type.equals(TypeWords.HOSPITAL))
                .findFirst()
                .orElse(null);
    }

    /** The first that any row says, the newest list first. */
    public <T> @Nullable T first(Function<FacilityRow, @Nullable T> part) {
        return rows.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
