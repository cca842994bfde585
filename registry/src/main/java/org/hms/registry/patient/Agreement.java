package org.hms.registry.patient;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.patient.ReviewStore.Twice;
import org.hms.registry.patient.ReviewTask.Answer;
import org.jspecify.annotations.Nullable;

/**
 * How far two stewards who saw the same pair said the same: the share, and Cohen's kappa, which leaves out what chance alone
 * would bring. Either is absent where it has no meaning.
 */
public record Agreement(
        int answeredTwice,
        int agreed,
        @Nullable Double rate,
        @Nullable Double kappa,
        List<Twice> disagreements) {
    public Agreement {
        disagreements = List.copyOf(disagreements);
    }

    static Agreement of(Collection<Twice> pairs) {
        var first = new EnumMap<Answer, Integer>(Answer.class);
        var second = new EnumMap<Answer, Integer>(Answer.class);
        int agreed = 0;
        for (var pair : pairs) {
            first.merge(pair.first(), 1, Integer::sum);
            second.merge(pair.second(), 1, Integer::sum);
            agreed += pair.first() == pair.second() ? 1 : 0;
        }
        var apart = pairs.stream().filter(pair -> pair.first() != pair.second()).toList();
        if (pairs.isEmpty()) {
            return new Agreement(0, 0, null, null, apart);
        }
        double rate = (double) agreed / pairs.size();
        double chance = byChance(first, second, pairs.size());
        return new Agreement(pairs.size(), agreed, rate, chance < 1 ? (rate - chance) / (1 - chance) : null, apart);
    }

    private static double byChance(Map<Answer, Integer> first, Map<Answer, Integer> second, int pairs) {
        double chance = 0;
        for (var answer : Answer.values()) {
            chance += (double) first.getOrDefault(answer, 0) * second.getOrDefault(answer, 0) / pairs / pairs;
        }
        return chance;
    }
}
