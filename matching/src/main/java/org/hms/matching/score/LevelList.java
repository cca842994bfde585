package org.hms.matching.score;

import java.util.List;

/**
 * The levels of one comparison as the model file gives them.
 *
 * @param kin in what share of cases two relatives are like one person here
 */
record LevelList(double kin, List<ComparisonLevel> levels) {
    LevelList {
        levels = List.copyOf(levels);
    }
}
