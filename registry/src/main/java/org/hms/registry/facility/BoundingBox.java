package org.hms.registry.facility;

import org.hms.registry.territory.GeoPoint;

/**
 * A box of degrees that holds a circle, a little too large rather than too small. West is greater than east when the box
 * lies across the 180th meridian; near a pole it goes all the way round.
 */
public record BoundingBox(double south, double north, double west, double east) {

    private static final double SLACK_DEGREES = 1e-6;

    public static BoundingBox of(Circle circle) {
        double angle = circle.radiusMetres() / GeoPoint.EARTH_RADIUS_METRES;
        double reach = Math.toDegrees(angle) + SLACK_DEGREES;
        double latitude = circle.centre().latitude();
        double south = latitude - reach;
        double north = latitude + reach;
        if (south <= -90 || north >= 90) {
            return new BoundingBox(Math.max(south, -90), Math.min(north, 90), -180, 180);
        }
        double sideways =
                Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(latitude)))) + SLACK_DEGREES;
        if (!(sideways < 180)) {
            return new BoundingBox(south, north, -180, 180);
        }
        double longitude = circle.centre().longitude();
        return new BoundingBox(south, north, around(longitude - sideways), around(longitude + sideways));
    }

    public boolean crossesDateLine() {
        return west > east;
    }

    private static double around(double longitude) {
        return longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
    }
}
