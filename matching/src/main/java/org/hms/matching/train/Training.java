package org.hms.matching.train;

import org.hms.matching.score.MatchModel;

/** A trained model, and the account of how it came about. */
public record Training(MatchModel model, TrainingReport report) {}
