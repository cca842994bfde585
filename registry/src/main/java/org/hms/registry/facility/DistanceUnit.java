package org.hms.registry.facility;

import java.util.Arrays;
import java.util.Optional;

/** The units in which a distance is asked for and told, by their UCUM codes. */
public enum DistanceUnit {
    KILOMETRE("km", "km", 1_000),
    METRE("m", "m", 1),
    MILE("[mi_i]", "mi", 1_609.344);

    private final String code;
    private final String symbol;
    private final double metres;

    DistanceUnit(String code, String symbol, double metres) {
        this.code = code;
        this.symbol = symbol;
        this.metres = metres;
    }

    public static Optional<DistanceUnit> findBy(String text) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(text) || unit.symbol.equals(text))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String symbol() {
        return symbol;
    }

    public double toMetres(double quantity) {
        return quantity * metres;
    }

    public double ofMetres(double quantity) {
        return quantity / metres;
    }
}
