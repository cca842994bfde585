package org.hms.seed.hard;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.hms.seed.names.Tradition;

/** How parents name their children: after themselves, alike among brothers, and twins alike most of all. */
record GivenNameChoice(NameBook names, Tradition tradition, RandomGenerator random) {

    private static final double AFTER_PARENT = 0.07;
    private static final double ONE_OF_PARENTS = 0.08;
    private static final double LIKE_SIBLING = 0.07;
    private static final double TWINS_ALIKE = 0.5;
    private static final int TRIES = 12;

    List<String> any(Sex sex, int birthYear) {
        return names.givenNames(tradition, sex, birthYear, random);
    }

    /** @param siblings given names of elder brothers or sisters of the same sex */
    List<String> ofChild(Sex sex, int birthYear, List<String> parent, List<List<String>> siblings) {
        var drawn = any(sex, birthYear);
        var chance = random.nextDouble();
        if (chance < AFTER_PARENT && !siblings.contains(parent)) {
            return parent;
        }
        if (chance < AFTER_PARENT + ONE_OF_PARENTS) {
            return beginning(parent.getFirst(), drawn);
        }
        if (chance < AFTER_PARENT + ONE_OF_PARENTS + LIKE_SIBLING && !siblings.isEmpty()) {
            return beginning(siblings.getFirst().getFirst(), drawn);
        }
        return drawn;
    }

    /** José Luis beside José Carlos, Luis José beside José Luis, Anahí beside Ana, or a name of its own. */
    List<String> ofTwin(Sex sex, int birthYear, List<String> first, boolean sameSex) {
        var drawn = any(sex, birthYear);
        if (!sameSex || random.nextDouble() > TWINS_ALIKE) {
            return differing(drawn, first);
        }
        return switch (random.nextInt(4)) {
            case 0 -> differing(first.reversed(), first);
            case 1 -> differing(soundingLike(sex, birthYear, first), first);
            default -> differing(beginning(first.getFirst(), drawn), first);
        };
    }

    private List<String> soundingLike(Sex sex, int birthYear, List<String> first) {
        var name = first.getFirst();
        for (int i = 0; i < TRIES; i++) {
            var other = any(sex, birthYear);
            if (other.getFirst().regionMatches(true, 0, name, 0, Math.min(3, name.length()))) {
                return other;
            }
        }
        return beginning(name, any(sex, birthYear));
    }

    private static List<String> beginning(String name, List<String> drawn) {
        var names = new ArrayList<String>();
        names.add(name);
        drawn.stream().filter(other -> !other.equals(name)).limit(1).forEach(names::add);
        return names;
    }

    private static List<String> differing(List<String> names, List<String> first) {
        return names.equals(first) ? List.of(names.getFirst(), "Segundo") : names;
    }
}
