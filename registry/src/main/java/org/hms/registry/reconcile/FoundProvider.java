package org.hms.registry.reconcile;

import org.hms.matching.score.MatchScore;

/**
 * A health professional who may be the one sought.
 *
 * @param id in the directory
 * @param decision a match where the engine would link the two without asking anybody
 */
public record FoundProvider(String id, Decision decision, MatchScore score) {}
