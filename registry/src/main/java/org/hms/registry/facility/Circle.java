package org.hms.registry.facility;

import java.util.regex.Pattern;
import org.hms.registry.territory.GeoPoint;

/** All that is within a distance of a point, and the unit in which distances are told. */
public record Circle(GeoPoint centre, double radiusMetres, DistanceUnit unit) {

    /** How far "near" is when nobody says. */
    public static final double DEFAULT_RADIUS_METRES = 50_000;

    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,17})?");
    private static final Pattern DISTANCE = Pattern.compile("\\d{1,9}(\\.\\d{1,17})?");

    public Circle {
        if (!(radiusMetres >= 0 && radiusMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A distance is 0 or more");
        }
    }

    /**
     * Reads {@code latitude|longitude|distance|unit}; without a unit it is km, without a distance 50 km.
     *
     * @throws IllegalArgumentException with a sentence that says which part is wrong
     */
    public static Circle parse(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalArgumentException("it is written latitude|longitude|distance|unit");
        }
        var centre = new GeoPoint(degrees(parts[0], "latitude", 90), degrees(parts[1], "longitude", 180));
        var unit = unit(parts);
        return new Circle(centre, radius(parts, unit), unit);
    }

    private static double degrees(String text, String name, int most) {
        if (!DEGREES.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > most) {
            throw new IllegalArgumentException("its " + name + " is not a number from -" + most + " to " + most);
        }
        return Double.parseDouble(text);
    }

    private static DistanceUnit unit(String[] parts) {
        if (parts.length < 4 || parts[3].isEmpty()) {
            return DistanceUnit.KILOMETRE;
        }
        return DistanceUnit.findBy(parts[3])
                .orElseThrow(() -> new IllegalArgumentException("its unit is not km, m or [mi_i]"));
    }

    private static double radius(String[] parts, DistanceUnit unit) {
        if (parts.length < 3 || parts[2].isEmpty()) {
            return DEFAULT_RADIUS_METRES;
        }
        if (!DISTANCE.matcher(parts[2]).matches()) {
            throw new IllegalArgumentException("its distance is not a number of 0 or more");
        }
        return unit.toMetres(Double.parseDouble(parts[2]));
    }
}
