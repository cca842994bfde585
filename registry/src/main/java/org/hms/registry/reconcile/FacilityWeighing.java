package org.hms.registry.reconcile;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.LevelModel;
import org.jspecify.annotations.Nullable;

/** Weighs two facilities: which level each comparison reaches, and what the model says that it weighs. */
final class FacilityWeighing {

    private static final String SHIPPED = "facility-model.yml";

    /** What a usual name of a place tells, in bits; rarer ones add, commoner ones take away. */
    private static final double USUAL_BITS = 9;

    private static final double MOST_RARITY = 4;
    private static final double COMMON_WITHIN_A_DISTRICT = 0.3;
    /** The share of rows that a usual type has. */
    private static final double USUAL_TYPE_SHARE = 0.3;

    private static final double USUAL_DISTRICT_SHARE = 0.05;

    /** Between the middles of two districts. */
    private static final double NEAR_METRES = 40_000;

    private static final String CAPITAL = "00";
    private static final String AROUND_THE_CAPITAL = "11";

    private final LevelModel model;
    private final NameComparison names;
    private final Districts districts;
    private final Map<String, Double> typeShares;
    private final Map<String, Double> districtShares;

    FacilityWeighing(LevelModel model, Districts districts, Collection<ComparableFacility> facilities) {
        this.model = model;
        this.districts = districts;
        this.names = new NameComparison(NameRarity.of(facilities), districts);
        this.typeShares = shares(facilities, ComparableFacility::types);
        this.districtShares =
                shares(facilities, facility -> facility.district() == null ? Set.of() : Set.of(facility.district()));
    }

    static LevelModel shippedModel() {
        var stream = FacilityWeighing.class.getResourceAsStream(SHIPPED);
        if (stream == null) {
            throw new IllegalStateException(SHIPPED + " does not ship with this build");
        }
        return model(stream);
    }

    static LevelModel model(InputStream yaml) {
        return LevelModel.read(yaml, Levels.all());
    }

    private static Map<String, Double> shares(
            Collection<ComparableFacility> facilities, Function<ComparableFacility, Set<String>> of) {
        var counts = new HashMap<String, Double>();
        facilities.forEach(facility -> of.apply(facility).forEach(value -> counts.merge(value, 1.0, Double::sum)));
        counts.replaceAll((value, count) -> count / facilities.size());
        return counts;
    }

    /** How much rarer than usual a share is, in bits. */
    private static double rarity(double usual, double share) {
        return Math.clamp(Math.log(usual / share) / Math.log(2), -MOST_RARITY, MOST_RARITY);
    }

    FacilityPair weigh(ComparableFacility left, ComparableFacility right) {
        var parts = new ArrayList<Evidence>();
        var name = names.compare(left, right);
        parts.add(model.evidence(Levels.NAME, name.level(), rarity(name, left, right)));
        parts.add(number(left.name(), right.name(), name.level()));
        parts.add(type(left.types(), right.types()));
        parts.add(territory(left, right));
        parts.add(distance(left, right));
        parts.add(phone(left.phones(), right.phones()));
        parts.add(ownership(left, right));
        return new FacilityPair(left.row(), right.row(), left, right, model.score(parts), name.agreed());
    }

    /** A name that the whole country uses is used by few in one district: San Lorenzo of San Lorenzo. */
    private static double rarity(NameComparison.Result name, ComparableFacility left, ComparableFacility right) {
        double rarity = Math.clamp(name.bits() - USUAL_BITS, -USUAL_BITS, MOST_RARITY);
        boolean oneDistrict = left.district() != null && left.district().equals(right.district());
        return oneDistrict && rarity < 0 ? rarity * COMMON_WITHIN_A_DISTRICT : rarity;
    }

    /** Figures only say something of two names that are about one place. */
    private Evidence number(FacilityNameParts left, FacilityNameParts right, Levels.Name names) {
        boolean elsewhere = !left.placing().isEmpty()
                && !right.placing().isEmpty()
                && Collections.disjoint(left.placing(), right.placing());
        var level = elsewhere ? Levels.Number.ELSE : number(left.numbers(), right.numbers());
        boolean none = left.numbers().isEmpty() && right.numbers().isEmpty() && !elsewhere;
        boolean lucky = level == Levels.Number.SAME && names.compareTo(Levels.Name.MOST) > 0;
        return none || lucky ? Evidence.missing(Levels.NUMBER) : model.evidence(Levels.NUMBER, level, 0);
    }

    private static Levels.Number number(Set<Integer> left, Set<Integer> right) {
        if (left.equals(right)) {
            return Levels.Number.SAME;
        }
        if (!left.containsAll(right) && !right.containsAll(left)) {
            return Levels.Number.ELSE;
        }
        var more = new HashSet<>(left.size() > right.size() ? left : right);
        more.removeAll(left.size() > right.size() ? right : left);
        return more.equals(Set.of(1)) ? Levels.Number.FIRST : Levels.Number.ONE_SIDED;
    }

    private Evidence type(Set<String> left, Set<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Evidence.missing(Levels.TYPE);
        }
        var level = TypeLattice.compare(left, right);
        double share = Stream.concat(left.stream(), right.stream())
                .filter(type -> level != Levels.Type.SAME || left.contains(type) && right.contains(type))
                .mapToDouble(type -> typeShares.getOrDefault(type, 1.0))
                .min()
                .orElse(USUAL_TYPE_SHARE);
        return model.evidence(Levels.TYPE, level, rarity(USUAL_TYPE_SHARE, share));
    }

    private Evidence territory(ComparableFacility left, ComparableFacility right) {
        var one = left.department();
        var other = right.department();
        if (one == null || other == null) {
            return Evidence.missing(Levels.TERRITORY);
        }
        var level = territory(left.district(), right.district(), one, other);
        double share = districtShares.getOrDefault(left.district(), 1.0);
        return model.evidence(Levels.TERRITORY, level, rarity(USUAL_DISTRICT_SHARE, share));
    }

    private Levels.Territory territory(
            @Nullable String district, @Nullable String otherDistrict, String department, String otherDepartment) {
        boolean oneDepartment = department.equals(otherDepartment);
        if (district == null || otherDistrict == null) {
            if (oneDepartment) {
                return Levels.Territory.DEPARTMENT_ONLY;
            }
        } else if (district.equals(otherDistrict)) {
            return Levels.Territory.DISTRICT;
        } else if (districts.haveShared(district, otherDistrict)) {
            return Levels.Territory.CARVED;
        } else if (districts.metresBetween(district, otherDistrict) < NEAR_METRES) {
            return Levels.Territory.NEAR;
        }
        boolean around =
                !oneDepartment && Set.of(department, otherDepartment).equals(Set.of(CAPITAL, AROUND_THE_CAPITAL));
        return oneDepartment || around ? Levels.Territory.DEPARTMENT : Levels.Territory.ELSE;
    }

    private Evidence distance(ComparableFacility left, ComparableFacility right) {
        var one = left.point();
        var other = right.point();
        if (one == null || other == null) {
            return Evidence.missing(Levels.DISTANCE);
        }
        double km = one.metresTo(other) / 1000;
        var level = km < 0.3
                ? Levels.Distance.UNDER_300_M
                : km < 2
                        ? Levels.Distance.UNDER_2_KM
                        : km < 10
                                ? Levels.Distance.UNDER_10_KM
                                : km < 50 ? Levels.Distance.UNDER_50_KM : Levels.Distance.ELSE;
        return model.evidence(Levels.DISTANCE, level, 0);
    }

    private Evidence phone(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Evidence.missing(Levels.PHONE);
        }
        return agreement(Levels.PHONE, !Collections.disjoint(left, right));
    }

    private Evidence ownership(ComparableFacility left, ComparableFacility right) {
        return left.ownership() == null || right.ownership() == null
                ? Evidence.missing(Levels.OWNERSHIP)
                : agreement(Levels.OWNERSHIP, left.ownership() == right.ownership());
    }

    private Evidence agreement(String comparison, boolean same) {
        return model.evidence(comparison, same ? Levels.Agreement.SAME : Levels.Agreement.ELSE, 0);
    }
}
