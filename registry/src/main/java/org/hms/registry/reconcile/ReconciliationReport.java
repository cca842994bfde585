package org.hms.registry.reconcile;

/**
 * A result in figures.
 *
 * @param leftAlone rows of the left list that stay alone
 */
public record ReconciliationReport(
        String model, int left, int right, long compared, int matches, int reviews, int leftAlone, int rightAlone) {

    public static ReconciliationReport of(ReconciliationResult result) {
        var alone = result.pairs(Decision.NONE);
        int leftAlone = (int) alone.stream().filter(pair -> pair.left() != null).count();
        return new ReconciliationReport(
                result.model(),
                result.left(),
                result.right(),
                result.compared(),
                result.pairs(Decision.MATCH).size(),
                result.pairs(Decision.REVIEW).size(),
                leftAlone,
                alone.size() - leftAlone);
    }
}
