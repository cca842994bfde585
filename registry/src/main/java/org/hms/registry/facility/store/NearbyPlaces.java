package org.hms.registry.facility.store;

import org.hms.registry.facility.Circle;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.store.Criteria;

/**
 * What lies within a circle, by an index of points on the unit sphere. The straight way through the earth grows with the way
 * along the ground, so the index delivers the nearest first, wherever on earth.
 */
final class NearbyPlaces {

    /** Wider than what is lost in rounding, a few millimetres on the ground. */
    private static final double SLACK = 1e-9;

    private final String centre;
    private final String metres;

    private NearbyPlaces(String centre, String metres) {
        this.centre = centre;
        this.metres = metres;
    }

    /** Requires that a place lies within the circle: in a box around it, which the index answers, and then exactly. */
    static NearbyPlaces require(Circle circle, Criteria criteria) {
        var centre = onSphere(circle.centre(), criteria);
        var metres = metresFrom(circle.centre(), criteria);
        criteria.require("p.position <@ cube_enlarge(" + centre + ", " + criteria.bind(chord(circle) + SLACK) + ", 3)");
        criteria.require(metres + " <= " + criteria.bind(circle.radiusMetres()));
        return new NearbyPlaces(centre, metres);
    }

    /** The expression of the distance. */
    String metres() {
        return metres;
    }

    /** The order in which the index delivers. */
    String order() {
        return "p.position <-> " + centre;
    }

    /** The straight way, in radii of the earth, from the centre to the edge. */
    private static double chord(Circle circle) {
        return 2 * Math.sin(Math.min(Math.PI, circle.radiusMetres() / GeoPoint.EARTH_RADIUS_METRES) / 2);
    }

    private static String onSphere(GeoPoint point, Criteria criteria) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        return "cube(ARRAY["
                + criteria.bind(Math.cos(latitude) * Math.cos(longitude)) + ", "
                + criteria.bind(Math.cos(latitude) * Math.sin(longitude)) + ", "
                + criteria.bind(Math.sin(latitude)) + "]::double precision[])";
    }

    /** The haversine formula, as {@link GeoPoint#metresTo} has it. */
    private static String metresFrom(GeoPoint point, Criteria criteria) {
        var latitude = criteria.bind(point.latitude());
        var longitude = criteria.bind(point.longitude());
        return """
            (2 * %s * asin(sqrt(least(1, power(sin(radians(p.latitude - %s) / 2), 2)
                + cos(radians(%s)) * cos(radians(p.latitude)) * power(sin(radians(p.longitude - %s) / 2), 2)))))\
            """.formatted(GeoPoint.EARTH_RADIUS_METRES, latitude, latitude, longitude);
    }
}
