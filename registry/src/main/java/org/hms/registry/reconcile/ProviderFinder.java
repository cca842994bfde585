package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.LevelModel;
import org.hms.matching.score.MatchScore;
import org.hms.matching.similarity.SpanishSound;
import org.hms.registry.territory.NameFolding;

/**
 * The public register of professionals in which single ones are sought, by name, licence and specialty and by nothing else
 * that is known of them: prepared once, then asked often. Safe for many threads.
 */
public final class ProviderFinder {

    private static final String SHIPPED = "provider-model.yml";

    /** What a usual name tells, in bits; rarer ones add, commoner ones take away. */
    private static final double USUAL_BITS = 20;

    private static final double MOST_RARITY = 8;
    private static final Set<String> SILENT = Set.of("de", "del", "la", "las", "los", "y", "dr", "dra");

    private final LevelModel model = shippedModel();
    private final List<Row> providers;
    private final Map<String, BitSet> bySound = new HashMap<>();
    private final Map<String, BitSet> byLicence = new HashMap<>();

    /** A professional with folded words. */
    private record Row(ListedProvider listed, List<String> words, Set<String> specialties) {}

    private record Pair(Row provider, MatchScore score) {
        double weight() {
            return score.weight();
        }
    }

    public ProviderFinder(List<ListedProvider> listed) {
        providers = listed.stream().map(ProviderFinder::comparable).toList();
        for (int i = 0; i < providers.size(); i++) {
            for (var word : providers.get(i).words()) {
                add(bySound, SpanishSound.key(word), i);
            }
            for (var licence : providers.get(i).listed().licences()) {
                add(byLicence, licence, i);
            }
        }
    }

    private static LevelModel shippedModel() {
        var stream = ProviderFinder.class.getResourceAsStream(SHIPPED);
        if (stream == null) {
            throw new IllegalStateException(SHIPPED + " does not ship with this build");
        }
        return LevelModel.read(stream, ProviderLevels.all());
    }

    private static void add(Map<String, BitSet> rows, String key, int row) {
        rows.computeIfAbsent(key, _ -> new BitSet()).set(row);
    }

    private static Row comparable(ListedProvider listed) {
        var words = Arrays.stream(NameFolding.fold(listed.name()).split(" ", -1))
                .filter(word -> !word.isEmpty() && !SILENT.contains(word))
                .toList();
        var specialties = listed.specialties().stream().map(NameFolding::fold).collect(Collectors.toSet());
        return new Row(listed, words, specialties);
    }

    /** The likeliest first. */
    public List<FoundProvider> find(ListedProvider sought, int limit) {
        var row = comparable(sought);
        var wanted = new BitSet();
        row.words().forEach(word -> wanted.or(bySound.getOrDefault(SpanishSound.key(word), new BitSet())));
        sought.licences().forEach(number -> wanted.or(byLicence.getOrDefault(number, new BitSet())));
        var pairs = wanted.stream()
                .mapToObj(position -> weigh(row, providers.get(position)))
                .filter(ProviderFinder::speaks)
                .sorted(Comparator.comparingDouble((Pair pair) -> -pair.weight()))
                .toList();
        var found = new ArrayList<FoundProvider>();
        for (int i = 0; i < Math.min(limit, pairs.size()); i++) {
            var pair = pairs.get(i);
            var decision = i == 0 && isMatch(pairs) ? Decision.MATCH : beside(pair);
            found.add(new FoundProvider(
                    Objects.requireNonNull(pair.provider().listed().id()), decision, pair.score()));
        }
        return found;
    }

    /** Whether the names have something in common, or anything else speaks for the pair. */
    private static boolean speaks(Pair pair) {
        var nothing = ProviderLevels.Name.ELSE.name().toLowerCase(Locale.ROOT);
        var parts = pair.score().parts();
        return parts.stream()
                .anyMatch(part -> part.weight() > 0
                        || part.comparison().equals(ProviderLevels.NAME)
                                && !part.level().equals(nothing)
                                && part.speaks());
    }

    private boolean isMatch(List<Pair> pairs) {
        double weight = pairs.getFirst().weight();
        boolean contested = pairs.size() > 1
                && weight - pairs.get(1).weight() < model.thresholds().margin();
        return weight >= model.thresholds().linkWeight() && !contested;
    }

    private Decision beside(Pair pair) {
        return pair.weight() >= model.thresholds().reviewWeight() ? Decision.REVIEW : Decision.NONE;
    }

    private Pair weigh(Row row, Row provider) {
        var parts = new ArrayList<Evidence>();
        parts.add(name(row.words(), provider.words()));
        parts.add(agreement(
                ProviderLevels.LICENCE,
                row.listed().licences(),
                provider.listed().licences()));
        parts.add(agreement(ProviderLevels.SPECIALTY, row.specialties(), provider.specialties()));
        return new Pair(provider, model.score(parts));
    }

    private Evidence name(List<String> row, List<String> provider) {
        if (row.isEmpty()) {
            return Evidence.missing(ProviderLevels.NAME);
        }
        boolean exact = new HashSet<>(row).equals(new HashSet<>(provider));
        var words = Alignment.of(row, provider);
        var agreed = exact ? row : words.agreed();
        boolean one = exact || words.leftOver().isEmpty() && words.rightOver().isEmpty();
        boolean contained = (words.leftOver().isEmpty() || words.rightOver().isEmpty()) && agreed.size() > 1;
        var level = exact
                ? ProviderLevels.Name.EXACT
                : one
                        ? ProviderLevels.Name.SPELLING
                        : contained
                                ? ProviderLevels.Name.CONTAINED
                                : agreed.isEmpty() ? ProviderLevels.Name.ELSE : ProviderLevels.Name.SOME;
        return model.evidence(ProviderLevels.NAME, level, rarity(agreed));
    }

    private double rarity(List<String> agreed) {
        double bits = agreed.stream().mapToDouble(this::bits).sum();
        return Math.clamp(bits - USUAL_BITS, -MOST_RARITY, MOST_RARITY);
    }

    private double bits(String word) {
        var bearers = bySound.get(SpanishSound.key(word));
        double share = (bearers == null ? 1.0 : bearers.cardinality()) / Math.max(1, providers.size());
        return -Math.log(share) / Math.log(2);
    }

    private Evidence agreement(String comparison, Set<String> row, Set<String> provider) {
        if (row.isEmpty() || provider.isEmpty()) {
            return Evidence.missing(comparison);
        }
        return model.evidence(
                comparison, Collections.disjoint(row, provider) ? Levels.Agreement.ELSE : Levels.Agreement.SAME, 0);
    }
}
