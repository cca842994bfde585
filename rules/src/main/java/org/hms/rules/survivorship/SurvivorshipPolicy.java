package org.hms.rules.survivorship;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.ruleunits.api.RuleUnitProvider;

/**
 * Chooses each field's golden value: authority goes before verification, that before recency, that before majority. The
 * answer depends on the claims alone, not on their order. Any number of threads may choose.
 */
public final class SurvivorshipPolicy {
    /** Where all claims of a field agree no rule is needed; the first by authority stands for them. */
    public static final String UNDISPUTED = "SURV-00";

    /** Of a field with many values, all are kept; each is told by the first record that states it. */
    public static final String GATHERED = "SURV-ALL";

    private final Authorities authorities;

    public SurvivorshipPolicy() {
        this(Authorities.NONE);
    }

    public SurvivorshipPolicy(Authorities authorities) {
        this.authorities = authorities;
        fire(List.of());
    }

    /** Whose word goes before others' on which field. */
    public Authorities authorities() {
        return authorities;
    }

    /** The chosen claim of each field that is claimed at all, by field. */
    public Map<String, Chosen> choose(List<ClaimedValue> claims) {
        var byField =
                claims.stream().collect(Collectors.groupingBy(ClaimedValue::field, TreeMap::new, Collectors.toList()));
        var disputed = byField.values().stream()
                .filter(SurvivorshipPolicy::isDisputed)
                .flatMap(rivals -> withSupport(rivals).stream())
                .toList();
        var setAside = disputed.isEmpty() ? Map.<String, List<SetAside>>of() : byField(fire(disputed));
        SortedMap<String, Chosen> chosen = new TreeMap<>();
        byField.forEach((field, rivals) -> chosen.put(
                field,
                isDisputed(rivals)
                        ? winner(withSupport(rivals), setAside.getOrDefault(field, List.of()))
                        : undisputed(rivals)));
        return Collections.unmodifiableSortedMap(chosen);
    }

    private static boolean isDisputed(List<ClaimedValue> rivals) {
        return rivals.stream().map(ClaimedValue::value).distinct().count() > 1;
    }

    private static Chosen undisputed(List<ClaimedValue> rivals) {
        var first = rivals.stream()
                .min(Comparator.comparingInt(ClaimedValue::authorityRank)
                        .thenComparing(ClaimedValue::sourceRecord)
                        .thenComparing(
                                Comparator.comparingInt(ClaimedValue::version).reversed()))
                .orElseThrow();
        return new Chosen(first, UNDISPUTED);
    }

    private static Chosen winner(List<Rival> rivals, List<SetAside> setAside) {
        var weaker = setAside.stream().map(SetAside::weaker).collect(Collectors.toSet());
        var winner = rivals.stream()
                .filter(rival -> !weaker.contains(rival))
                .min(Comparator.comparing(Rival::order))
                .orElseThrow();
        var rule = setAside.stream()
                .filter(one -> one.stronger().equals(winner))
                .filter(one ->
                        !one.weaker().claim().value().equals(winner.claim().value()))
                .map(SetAside::ruleId)
                .max(Comparator.naturalOrder())
                .orElse(UNDISPUTED);
        return new Chosen(winner.claim(), rule);
    }

    private static List<Rival> withSupport(List<ClaimedValue> rivals) {
        var support = new HashMap<String, Integer>();
        rivals.forEach(claim -> support.merge(claim.value(), 1, Integer::sum));
        return rivals.stream()
                .map(claim -> Rival.of(claim, support.getOrDefault(claim.value(), 0)))
                .toList();
    }

    private static Map<String, List<SetAside>> byField(List<SetAside> setAside) {
        return setAside.stream()
                .collect(Collectors.groupingBy(one -> one.weaker().field()));
    }

    private static List<SetAside> fire(List<Rival> rivals) {
        var unit = new SurvivorshipUnit();
        rivals.forEach(unit.getRivals()::add);
        try (var session = RuleUnitProvider.get().createRuleUnitInstance(unit)) {
            session.fire();
        }
        return unit.getSetAside();
    }
}
