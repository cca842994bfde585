package org.hms.matching.calibrate;

import org.hms.matching.score.MatchModel;
import org.hms.matching.score.ModelDraft;

/** A model with prior and thresholds as labels say, and m and u as they were. */
public final class CalibratedModel {
    private static final double PLACES = 1e4;

    private CalibratedModel() {}

    /**
     * The prior moves by the shift, and all weights with it. A threshold that labels bear out moves along; another keeps
     * its number, and with it the odds it stands for. A calibration that changes nothing gives the model itself.
     */
    public static MatchModel of(MatchModel model, Calibration calibration) {
        double shift = calibration.priorShift();
        var thresholds = model.thresholds();
        double link = calibration
                .supportedLink()
                .map(weight -> upward(weight + shift))
                .orElse(thresholds.linkWeight());
        double review = calibration
                .supportedReview()
                .map(weight -> upward(weight + shift))
                .orElse(thresholds.reviewWeight());
        if (review >= link) {
            // The labels leave nothing between the two; a steward is asked about the last bit below a link all the
            // same.
            review = link - 1;
        }
        if (shift == 0 && link == thresholds.linkWeight() && review == thresholds.reviewWeight()) {
            return model;
        }
        double prior = 1 / (1 + Math.pow(2, -(model.priorWeight() + shift)));
        return ModelDraft.of(model)
                .version(model.version() + "-calibrated")
                .prior(prior)
                .thresholds(link, review)
                .build();
    }

    private static double upward(double weight) {
        return Math.ceil(weight * PLACES) / PLACES;
    }
}
