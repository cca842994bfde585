package org.hms.matching.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Surnames taken apart: particles set aside, "San", "Santa" and "Mc" kept with what they belong to, and the husband's name
 * told from the mother's. "De" between two names is a marriage only in a woman's name, "de la" and "del" never are.
 */
record SurnameOrder(List<String> surnames, @Nullable String married) {
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "du", "des", "della", "e", "y", "van",
            "von", "der", "den", "ter", "ten", "zu");
    static final String MARRIED_TO = "de";
    private static final Set<String> WIDOW = Set.of("vda", "viuda", "sra", "señora");
    private static final Set<String> BEGINNINGS =
            Set.of("san", "santa", "sta", "sto", "santo", "st", "mc", "mac", "o", "o'", "d'");

    record Unit(String particles, String core) {}

    static SurnameOrder of(List<String> parts, @Nullable String marriedFamily, boolean female) {
        return ofParts(
                parts.stream().map(SurnamePart::of).toList(),
                marriedFamily == null ? null : SurnamePart.of(marriedFamily),
                female);
    }

    static SurnameOrder ofParts(List<SurnamePart> parts, @Nullable SurnamePart marriedFamily, boolean female) {
        var surnames = new ArrayList<String>(3);
        var married = marriedFamily == null ? null : marriedFamily.core();
        for (int part = 0; part < parts.size(); part++) {
            var own = new ArrayList<String>(2);
            for (var unit : parts.get(part).units()) {
                boolean notFirst = part > 0 || !own.isEmpty();
                if (isMarriage(unit, notFirst, female)) {
                    married = married == null ? unit.core() : married;
                } else {
                    own.add(unit.core());
                }
            }
            // A source that sends one text leaves the division to us; one that sends several has divided already.
            if (parts.size() == 1) {
                surnames.addAll(own);
            } else if (!own.isEmpty()) {
                surnames.add(own.size() == 1 ? own.getFirst() : String.join("", own));
            }
        }
        return new SurnameOrder(surnames, married);
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    private static boolean isMarriage(Unit unit, boolean notFirst, boolean female) {
        return unit.particles().contains("vda")
                || notFirst && female && unit.particles().equals(MARRIED_TO);
    }

    static List<Unit> units(List<String> words) {
        if (words.isEmpty() || Placeholders.isUnnamed(words)) {
            return List.of();
        }
        if (words.size() == 1) {
            return List.of(new Unit("", Abbreviations.family(words.getFirst())));
        }
        var units = new ArrayList<Unit>(words.size());
        var particles = "";
        var beginning = "";
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean last = i == words.size() - 1;
            if (Placeholders.isFiller(word) || last && !units.isEmpty() && isMereEnding(word)) {
                continue;
            }
            if (!last && BEGINNINGS.contains(word) && beginning.isEmpty()) {
                beginning = Abbreviations.family(word);
            } else if (!last && (PARTICLES.contains(word) || WIDOW.contains(word))) {
                var name = WIDOW.contains(word) ? "vda" : word;
                particles = particles.isEmpty() ? name : particles + " " + name;
            } else {
                units.add(new Unit(particles, beginning + Abbreviations.family(word)));
                particles = "";
                beginning = "";
            }
        }
        return units;
    }

    private static boolean isMereEnding(String word) {
        return Abbreviations.isGeneration(word) || WIDOW.contains(word);
    }
}
