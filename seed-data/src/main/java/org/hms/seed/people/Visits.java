package org.hms.seed.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hms.seed.names.WeightedChoice;

/** Where and when people were registered: one to four times, mostly at different sources, some twice at the same. */
final class Visits {

    /** @param atBirth whether the child was registered in the days after birth, perhaps before it had a name */
    record Visit(String source, LocalDate day, boolean atBirth) {}

    private record Part(String source, double weight) {}

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final double[] MORE_THAN = {0.42, 0.15, 0.04};
    private static final double SAME_SOURCE_AGAIN = 0.3;
    private static final double REGISTERED_AT_BIRTH = 0.3;

    private static final WeightedChoice<Part> INSURED = choice(0.38, 0.48, 0.14, 0);
    private static final WeightedChoice<Part> UNINSURED = choice(0.88, 0, 0.12, 0);
    private static final WeightedChoice<Part> INSURED_FOREIGN = choice(0.20, 0.25, 0.05, 0.50);
    private static final WeightedChoice<Part> UNINSURED_FOREIGN = choice(0.46, 0, 0.04, 0.50);

    private Visits() {}

    /** @param place the person's place among the members of the family, from 0 */
    static List<Visit> of(long seed, Family family, int place) {
        var random = Seeds.of(seed, family.number(), place);
        var person = family.members().get(place);
        var insured = family.background().insured();
        var count = count(random.nextDouble());
        var born = person.birth().date();
        var atBirth = !born.isBefore(FIRST_DAY) && random.nextDouble() < REGISTERED_AT_BIRTH;
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < count; i++) {
            var source = source(person, insured, visits, random);
            visits.add(
                    i == 0 && atBirth
                            ? new Visit(source, earlier(born.plusDays(random.nextInt(3)), Ages.TODAY), true)
                            : new Visit(source, day(person, random), false));
        }
        return visits;
    }

    /** How many records the members of a family have together. */
    static int count(long seed, Family family) {
        return IntStream.range(0, family.members().size())
                .map(place -> of(seed, family, place).size())
                .sum();
    }

    private static int count(double chance) {
        var count = 1;
        for (var more : MORE_THAN) {
            count += chance < more ? 1 : 0;
        }
        return count;
    }

    private static String source(Person person, boolean insured, List<Visit> before, RandomGenerator random) {
        var foreign = person.papers().foreign();
        var choice = foreign ? (insured ? INSURED_FOREIGN : UNINSURED_FOREIGN) : insured ? INSURED : UNINSURED;
        var source = choice.draw(random).source();
        for (int tries = 0; tries < 3 && known(before, source) && random.nextDouble() > SAME_SOURCE_AGAIN; tries++) {
            source = choice.draw(random).source();
        }
        return source;
    }

    private static boolean known(List<Visit> before, String source) {
        return before.stream().anyMatch(visit -> visit.source().equals(source));
    }

    private static LocalDate day(Person person, RandomGenerator random) {
        var born = person.birth().date();
        var from = born.isAfter(FIRST_DAY) ? born : FIRST_DAY;
        var days = Ages.TODAY.toEpochDay() - from.toEpochDay();
        return from.plusDays(random.nextLong(days + 1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static WeightedChoice<Part> choice(
            double publicServices, double socialSecurity, double privateNetwork, double border) {
        return WeightedChoice.of(
                List.of(
                        new Part(Sources.PUBLIC, publicServices),
                        new Part(Sources.SOCIAL_SECURITY, socialSecurity),
                        new Part(Sources.PRIVATE, privateNetwork),
                        new Part(Sources.BORDER, border)),
                Part::weight);
    }
}
