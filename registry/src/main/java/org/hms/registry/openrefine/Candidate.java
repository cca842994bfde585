package org.hms.registry.openrefine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entity that may be the one sought.
 *
 * @param score 0 to 100
 * @param match whether the engine would take it without asking anybody
 * @param features what the score is made of, by name
 */
public record Candidate(Entity entity, double score, boolean match, Map<String, Double> features) {

    private static final double CERTAIN = 100;
    private static final double PLACES = 1e4;

    public Candidate {
        if (!(score >= 0 && score <= CERTAIN)) {
            throw new IllegalArgumentException("A score lies between 0 and 100, not " + score);
        }
        score = Math.round(score * PLACES) / PLACES;
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /** The entity that the query named by its id, or by a code that it alone bears. */
    static Candidate named(Entity entity) {
        return new Candidate(entity, CERTAIN, true, Map.of("identifier", 1.0));
    }
}
