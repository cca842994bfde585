package org.hms.matching.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what two models differ.
 *
 * @param settings version, prior, thresholds and blocking rules that are not the same, in words
 * @param levels whose m, u or use of term frequencies changed, or that only one of the two has
 */
public record ModelDifferences(List<Setting> settings, List<LevelChange> levels) {

    /** A setting before and after; empty text where a model has none. */
    public record Setting(String name, String before, String after) {}

    /** A level before and after; null where a model lacks it. */
    public record LevelChange(
            String comparison,
            String level,
            @Nullable ComparisonLevel before,
            @Nullable ComparisonLevel after) {}

    public ModelDifferences {
        settings = List.copyOf(settings);
        levels = List.copyOf(levels);
    }

    public static ModelDifferences between(MatchModel before, MatchModel after) {
        return new ModelDifferences(settings(settingsOf(before), settingsOf(after)), levels(before, after));
    }

    public boolean none() {
        return settings.isEmpty() && levels.isEmpty();
    }

    private static Map<String, String> settingsOf(MatchModel model) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("version", model.version());
        settings.put("prior_probability", Double.toString(model.priorProbability()));
        settings.put("relatives_probability", Double.toString(model.relativesProbability()));
        settings.put("thresholds.link", Double.toString(model.thresholds().linkWeight()));
        settings.put("thresholds.review", Double.toString(model.thresholds().reviewWeight()));
        settings.put("thresholds.margin", Double.toString(model.thresholds().margin()));
        for (var rule : model.blockingRules()) {
            settings.put(
                    "blocking." + rule.id(),
                    String.join(
                                    "+",
                                    rule.fields().stream()
                                            .map(BlockingField::code)
                                            .toList()) + " cap " + rule.cap());
        }
        return settings;
    }

    private static List<Setting> settings(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashMap<>(before);
        after.forEach(names::putIfAbsent);
        return names.keySet().stream()
                .map(name -> new Setting(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(setting -> !setting.before().equals(setting.after()))
                .toList();
    }

    private static List<LevelChange> levels(MatchModel before, MatchModel after) {
        var old = levelsOf(before);
        var changes = new ArrayList<LevelChange>();
        var kept = levelsOf(after);
        kept.forEach((key, level) -> {
            var was = old.get(key);
            if (!level.equals(was)) {
                changes.add(new LevelChange(key.comparison(), level.name(), was, level));
            }
        });
        old.forEach((key, level) -> {
            if (!kept.containsKey(key)) {
                changes.add(new LevelChange(key.comparison(), level.name(), level, null));
            }
        });
        return changes;
    }

    private record Key(String comparison, String level) {}

    private static Map<Key, ComparisonLevel> levelsOf(MatchModel model) {
        var levels = new LinkedHashMap<Key, ComparisonLevel>();
        for (var comparison : model.comparisons()) {
            comparison.levels().forEach(level -> levels.put(new Key(comparison.name(), level.name()), level));
        }
        return levels;
    }
}
