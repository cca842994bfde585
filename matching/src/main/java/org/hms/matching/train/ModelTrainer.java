package org.hms.matching.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.ModelDraft;

/**
 * Trains a model on the people of one file, without labels. The comparisons, thresholds and blocking rules are the start
 * model's; u, m, the prior and the frequency of names are learned. Pure: one seed, one model.
 */
public final class ModelTrainer {
    /** u is counted without the matches, m given u, the prior given both: after five rounds nothing moves. */
    private static final int ROUNDS = 5;

    private static final double ENOUGH_MATCHES = 20;
    private static final double SURE_OF_A_NAME = 20;

    private final TrainingSettings settings;

    public ModelTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException if there are fewer than two people */
    public Training train(MatchModel start, List<ComparablePerson> people) {
        if (people.size() < 2) {
            throw new IllegalArgumentException("Training needs two people at least");
        }
        var comparisons = start.comparisons();
        var coder = new LevelCoder(comparisons);
        var drawn = Drawn.from(people, coder, comparisons, settings);
        var sample = sample(people);
        var passes = passes(start, sample, coder);
        var learned = Learned.from(start);
        for (int round = 0; round < ROUNDS; round++) {
            learned = learned.next(drawn, passes, RandomPairs.all(sample.size()), settings);
        }
        var names = comparisons.stream()
                .map(Comparison::name)
                .filter(NameTable::isOn)
                .map(name -> NameTable.of(name, people))
                .toList();
        var model = model(start, learned, names, people.size());
        var report = new ReportWriter(start, settings, learned, drawn, passes, names)
                .write(people.size(), sample.size(), ENOUGH_MATCHES);
        return new Training(model, report);
    }

    /** The whole file, or people of a large one drawn by the seed. */
    private List<ComparablePerson> sample(List<ComparablePerson> people) {
        if (people.size() <= settings.people()) {
            return people;
        }
        int[] order = IntStream.range(0, people.size()).toArray();
        var random = new SplittableRandom(settings.seed());
        for (int i = 0; i < settings.people(); i++) {
            int other = i + random.nextInt(order.length - i);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return Arrays.stream(order, 0, settings.people()).mapToObj(people::get).toList();
    }

    private List<BlockingPass> passes(MatchModel start, List<ComparablePerson> people, LevelCoder coder) {
        var rules = start.blockingRules();
        var blocked = new BlockedPairs(people, rules);
        return IntStream.range(0, rules.size())
                .mapToObj(rule ->
                        BlockingPass.of(rules.get(rule), rule, blocked, people, coder, start.comparisons(), settings))
                .toList();
    }

    private MatchModel model(MatchModel start, Learned learned, List<NameTable> names, int people) {
        var draft = ModelDraft.of(start)
                .version(start.version() + "+" + people + "." + settings.seed())
                .prior(learned.prior());
        for (int i = 0; i < start.comparisons().size(); i++) {
            if (learned.trained(i)) {
                var comparison = start.comparisons().get(i);
                for (int level = 0; level < comparison.levels().size(); level++) {
                    draft.level(
                            comparison.name(),
                            comparison.levels().get(level).name(),
                            learned.m().of(i, level),
                            learned.u().of(i, level));
                }
            }
        }
        // Of a name that some twenty people carry the file knows how common it is; of rarer ones it does not.
        draft.floor(Math.min(draft.floor(), SURE_OF_A_NAME / people));
        names.forEach(table -> draft.names(table.comparison(), table.from(draft.floor()), table.collision()));
        return draft.build();
    }
}
