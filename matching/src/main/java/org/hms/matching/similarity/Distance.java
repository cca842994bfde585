package org.hms.matching.similarity;

/** How far apart two quantities or two places lie. */
public final class Distance {
    /** The mean radius of the Earth by the International Union of Geodesy and Geophysics. */
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private Distance() {}

    /** The difference as a share of the larger quantity: 0 for equal ones, 1 beside zero, up to 2 for opposite signs. */
    public static double relative(double left, double right) {
        double larger = Math.max(Math.abs(left), Math.abs(right));
        return larger == 0 ? 0 : Math.abs(left - right) / larger;
    }

    /** 1 for equal quantities, falling evenly to 0 where they differ by the widest that still says anything. */
    public static double similarity(double left, double right, double widest) {
        if (!(widest > 0)) {
            throw new IllegalArgumentException("The widest difference is more than nothing");
        }
        return Math.max(0, 1 - Math.abs(left - right) / widest);
    }

    /** Along the great circle, by the haversine; degrees north and east are positive. */
    public static double kilometres(
            double leftLatitude, double leftLongitude, double rightLatitude, double rightLongitude) {
        double north = Math.sin(Math.toRadians(rightLatitude - leftLatitude) / 2);
        double east = Math.sin(Math.toRadians(rightLongitude - leftLongitude) / 2);
        double parallels = Math.cos(Math.toRadians(leftLatitude)) * Math.cos(Math.toRadians(rightLatitude));
        double haversine = north * north + east * east * parallels;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
