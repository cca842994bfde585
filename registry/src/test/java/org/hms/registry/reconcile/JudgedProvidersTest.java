package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hms.seed.providers.SyntheticPractitioner;
import org.hms.seed.providers.SyntheticProviders;
import org.junit.jupiter.api.Test;

/**
 * Judged pairs of invented professionals: half of them are registered, and a list writes each of all down once more, as lists do:
 * surnames first, in capitals, without accents, with a letter wrong, without the second surname or the second given name; some
 * with their licence or specialty. Whoever is not registered has no pair, however alike.
 */
final class JudgedProvidersTest {

    private static final long SEED = 20261123;

    /** What came of a list: the registered, what was said to match, what of it rightly, and where the right one was shown. */
    private record Judged(int registered, int matched, int right, int shown) {
        double precision() {
            return (double) right / matched;
        }

        double recall() {
            return (double) right / registered;
        }

        double found() {
            return (double) shown / registered;
        }
    }

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<SyntheticPractitioner> all = SyntheticProviders.of(SEED, 2_000);

    @Test
    void aListWithLicencesIsMatchedAlmostWhole() {
        var judged = judge(true);

        assertThat(judged.precision()).as("%s", judged).isGreaterThanOrEqualTo(.99);
        assertThat(judged.recall()).as("%s", judged).isGreaterThanOrEqualTo(.92);
    }

    @Test
    void namesAloneMatchSeldomButHardlyEverWronglyAndTheRightOneIsShown() {
        var judged = judge(false);

        assertThat(judged.precision()).as("%s", judged).isGreaterThanOrEqualTo(.99);
        assertThat(judged.recall()).as("%s", judged).isGreaterThanOrEqualTo(.35);
        assertThat(judged.found()).as("%s", judged).isGreaterThanOrEqualTo(.96);
    }

    private Judged judge(boolean withLicence) {
        var register = new ArrayList<ListedProvider>();
        var registered = new HashSet<String>();
        for (var practitioner : all) {
            if (random.nextBoolean()) {
                register.add(registered(practitioner));
                registered.add(practitioner.id());
            }
        }
        var finder = new ProviderFinder(register);
        Map<String, Integer> count = new HashMap<>();
        for (var practitioner : all) {
            var found = finder.find(written(practitioner, withLicence), 5);
            boolean known = registered.contains(practitioner.id());
            if (known && found.stream().anyMatch(one -> one.id().equals(practitioner.id()))) {
                count.merge("listed", 1, Integer::sum);
            }
            if (!found.isEmpty() && found.getFirst().decision() == Decision.MATCH) {
                count.merge("matched", 1, Integer::sum);
                if (known && found.getFirst().id().equals(practitioner.id())) {
                    count.merge("right", 1, Integer::sum);
                }
            }
        }
        return new Judged(
                registered.size(),
                count.getOrDefault("matched", 0),
                count.getOrDefault("right", 0),
                count.getOrDefault("listed", 0));
    }

    private static ListedProvider registered(SyntheticPractitioner practitioner) {
        var name = practitioner.name();
        return new ListedProvider(
                practitioner.id(),
                String.join(" ", name.given()) + " " + String.join(" ", name.family()),
                Set.of(practitioner.licence().number()),
                Set.of(practitioner.specialtyCode()));
    }

    private ListedProvider written(SyntheticPractitioner practitioner, boolean withLicence) {
        var number = withLicence ? Set.of(practitioner.licence().number()) : Set.<String>of();
        var specialty = random.nextInt(3) == 0 ? Set.of(practitioner.specialtyCode()) : Set.<String>of();
        return new ListedProvider(null, name(practitioner), number, specialty);
    }

    private String name(SyntheticPractitioner practitioner) {
        var given = shortened(practitioner.name().given(), 4);
        var family = shortened(practitioner.name().family(), 5);
        var name = random.nextBoolean()
                ? String.join(" ", given) + " " + String.join(" ", family)
                : String.join(" ", family) + ", " + String.join(" ", given);
        if (random.nextInt(4) == 0) {
            name = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
        if (random.nextInt(8) == 0) {
            int at = random.nextInt(name.length());
            name = name.substring(0, at) + name.substring(at + 1);
        }
        return random.nextInt(3) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private List<String> shortened(List<String> parts, int oneIn) {
        return parts.size() > 1 && random.nextInt(oneIn) == 0 ? parts.subList(0, 1) : parts;
    }
}
