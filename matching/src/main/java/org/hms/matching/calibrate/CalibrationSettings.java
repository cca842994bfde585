package org.hms.matching.calibrate;

/** How to calibrate: the precision wished of links, the share of labels kept aside to judge by, and the seed of the draw. */
public record CalibrationSettings(double precision, double heldOutShare, long seed) {
    public CalibrationSettings {
        if (!(precision > 0 && precision < 1) || !(heldOutShare > 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException("The precision wished and the share kept aside lie between 0 and 1");
        }
    }

    public static CalibrationSettings of(double precision) {
        return new CalibrationSettings(precision, 0.4, 1);
    }
}
