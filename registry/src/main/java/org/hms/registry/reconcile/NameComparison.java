package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hms.registry.reconcile.Levels.Name;

/** Compares the core words of two names: which of them correspond, what is left over, and how much that tells. */
final class NameComparison {

    /** Words that say how a place is called a place. They are left out by one list and written by another. */
    private static final Set<String> OF_PLACES = Set.of(
            "barrio",
            "colonia",
            "compania",
            "asentamiento",
            "centro",
            "villa",
            "paraje",
            "km",
            "kilometro",
            "ruta",
            "calle",
            "pueblo",
            "zona",
            "general",
            "presidente");

    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.6;
    private static final double SOME = 0.3;

    private final NameRarity rarity;
    private final Districts districts;

    NameComparison(NameRarity rarity, Districts districts) {
        this.rarity = rarity;
        this.districts = districts;
    }

    /**
     * What the comparison came to.
     *
     * @param agreed the words in common, as the left name writes them
     * @param bits what it tells that a name holds them
     */
    record Result(Name level, List<String> agreed, double bits) {}

    Result compare(ComparableFacility left, ComparableFacility right) {
        var one = left.name();
        var other = right.name();
        if (one.core().equals(other.core())) {
            return new Result(Name.EXACT, one.core(), rarity.bits(one.core()));
        }
        if (one.joined().equals(other.joined())) {
            return new Result(Name.SPELLING, one.core(), rarity.bits(one.core()));
        }
        if (one.aliases().contains(other.core()) || other.aliases().contains(one.core())) {
            var alias = one.aliases().contains(other.core()) ? other.core() : one.core();
            return new Result(Name.QUALIFIED, alias, rarity.bits(alias));
        }
        var words = Alignment.of(one.core(), other.core());
        var agreed = words.agreed();
        return new Result(level(words, left, right), agreed, agreed.isEmpty() ? 0 : rarity.bits(agreed));
    }

    private Name level(Alignment words, ComparableFacility left, ComparableFacility right) {
        if (words.agreed().isEmpty()) {
            return Name.ELSE;
        }
        if (words.leftOver().isEmpty() && words.rightOver().isEmpty()) {
            return words.isOfStems() ? Name.MOST : words.inOrder() ? Name.SPELLING : Name.QUALIFIED;
        }
        double common = words.agreedBits(rarity);
        double leftOver = bits(words.leftOver());
        double rightOver = bits(words.rightOver());
        if (isPlacing(words.leftOver(), left) && isPlacing(words.rightOver(), right) && !words.isOfStems()) {
            return Name.QUALIFIED;
        }
        if (common / (common + Math.min(leftOver, rightOver)) >= NEARLY_ALL) {
            return Name.CONTAINED;
        }
        double share = common / (common + leftOver + rightOver);
        return share >= MOST ? Name.MOST : share >= SOME ? Name.SOME : Name.ELSE;
    }

    private double bits(List<String> words) {
        return words.stream().mapToDouble(rarity::bits).sum();
    }

    /** Whether these words only say where it lies, or what it was called before. */
    private boolean isPlacing(List<String> over, ComparableFacility facility) {
        var district = districts.words(facility.district());
        var core = facility.name().core();
        int former = core.indexOf("ex");
        var kept = new ArrayList<>(over);
        if (former > 0) {
            kept.removeAll(core.subList(former, core.size()));
        }
        kept.removeIf(word -> OF_PLACES.contains(word) || district.contains(word));
        return kept.isEmpty();
    }
}
