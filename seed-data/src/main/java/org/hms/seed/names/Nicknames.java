package org.hms.seed.names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hms.seed.SeedData;

/** The short forms by which a given name goes in daily life: Francisco is Pancho or Paco. */
final class Nicknames {

    private final Map<String, List<String>> byFormalName;

    Nicknames() {
        try (var rows = SeedData.rows(SeedData.dataSet("hypocoristics"))) {
            byFormalName = rows.collect(Collectors.groupingBy(
                    row -> row.getOrDefault("formal", ""),
                    Collectors.mapping(row -> row.getOrDefault("short_form", ""), Collectors.toUnmodifiableList())));
        }
    }

    Optional<String> draw(String formalName, RandomGenerator random) {
        return Optional.ofNullable(byFormalName.get(formalName))
                .map(shortForms -> shortForms.get(random.nextInt(shortForms.size())));
    }
}
