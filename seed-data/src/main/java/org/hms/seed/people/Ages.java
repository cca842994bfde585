package org.hms.seed.people;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.WeightedChoice;
import org.jspecify.annotations.Nullable;

/** When people are born and die. A family is begun with one child; its age has these
 * weights, so that with brothers, sisters and parents the whole comes near Paraguay's age pyramid of 2022. */
public final class Ages {

    /** The day on which the population is looked at; nothing happens after it. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private record Step(int fromAge, double weight) {}

    private static final WeightedChoice<Step> PYRAMID = WeightedChoice.of(
            List.of(
                    new Step(0, 15.5),
                    new Step(5, 14.0),
                    new Step(10, 12.5),
                    new Step(15, 10.4),
                    new Step(20, 9.4),
                    new Step(25, 8.4),
                    new Step(30, 7.4),
                    new Step(35, 6.4),
                    new Step(40, 5.2),
                    new Step(45, 4.2),
                    new Step(50, 3.6),
                    new Step(55, 3.2),
                    new Step(60, 2.8),
                    new Step(65, 2.2),
                    new Step(70, 1.5),
                    new Step(75, 0.9),
                    new Step(80, 0.5),
                    new Step(85, 0.25)),
            Step::weight);

    private static final int YEARS_IN_A_STEP = 5;
    private static final int MOTHERS_LOWEST_AGE = 15;
    private static final int MOTHERS_HIGHEST_AGE = 45;

    private Ages() {}

    public static LocalDate birthDate(RandomGenerator random) {
        var oldest = PYRAMID.draw(random).fromAge() + YEARS_IN_A_STEP;
        return TODAY.minusYears(oldest).plusDays(1 + random.nextInt(YEARS_IN_A_STEP * 365));
    }

    /** A day on which a woman of that birth date may have borne a child. */
    public static LocalDate childOf(LocalDate mother, RandomGenerator random) {
        return mother.plusDays((long) (motherAge(random) * 365.25));
    }

    /** The birth date of the mother of a child. */
    public static LocalDate motherOf(LocalDate child, RandomGenerator random) {
        return child.minusDays((long) (motherAge(random) * 365.25));
    }

    public static LocalDate fatherOf(LocalDate mother, RandomGenerator random) {
        return mother.minusDays((long) (random.nextGaussian(2.5, 4) * 365.25));
    }

    static @Nullable LocalDate death(LocalDate birth, RandomGenerator random) {
        var age = TODAY.getYear() - birth.getYear();
        var chance = age > 75 ? 0.25 : age > 60 ? 0.08 : 0.006;
        var daysAgo = random.nextInt(8 * 365);
        var day = TODAY.minusDays(daysAgo);
        return random.nextDouble() < chance && day.isAfter(birth) ? day : null;
    }

    private static double motherAge(RandomGenerator random) {
        return Math.clamp(random.nextGaussian(26.5, 6), MOTHERS_LOWEST_AGE, MOTHERS_HIGHEST_AGE) + random.nextDouble();
    }
}
