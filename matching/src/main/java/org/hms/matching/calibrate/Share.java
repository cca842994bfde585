package org.hms.matching.calibrate;

/** So many of so many, with the interval in which the true share lies 19 times of 20 (Wilson 1927). */
public record Share(long part, long of, double share, double lower, double upper) {
    private static final double Z = 1.959964;

    /** More than needed, for a threshold picked because it looked good. */
    private static final double CAUTIOUS = 3;

    public static Share of(long part, long of) {
        if (of == 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        return new Share(part, of, (double) part / of, bound(part, of, -Z), bound(part, of, Z));
    }

    private static double bound(long part, long of, double z) {
        double share = (double) part / of;
        double square = z * z / of;
        double middle = (share + square / 2) / (1 + square);
        double aside = z / (1 + square) * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return Math.clamp(middle + aside, 0, 1);
    }

    /** Below this the true share lies once in some seven hundred times. */
    double cautiously() {
        return of == 0 ? 0 : bound(part, of, -CAUTIOUS);
    }

    Share plus(Share other) {
        return of(part + other.part, of + other.of);
    }

    /** How many labels, all of them right, it takes until the interval lies above the share wished. */
    public static long needed(double wished) {
        return (long) Math.ceil(Z * Z * wished / (1 - wished));
    }
}
