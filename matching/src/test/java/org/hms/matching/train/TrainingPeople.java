package org.hms.matching.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hms.matching.People;
import org.hms.matching.normalise.ComparablePerson;

/** People whose errors are known: each is recorded twice, the second time with this share of errors in each field. */
final class TrainingPeople {
    static final double SEX_ERRORS = 0.03;
    static final double DISTRICT_CHANGES = 0.20;
    static final double PHONE_CHANGES = 0.40;
    private static final String CONSONANTS = "bdfglmnprst";
    private static final String VOWELS = "aeiou";

    private TrainingPeople() {}

    static List<ComparablePerson> twiceRecorded(int persons, long seed) {
        var random = new SplittableRandom(seed);
        var given = words(random, 300);
        var family = words(random, 200);
        var people = new ArrayList<ComparablePerson>();
        for (int i = 0; i < persons; i++) {
            var name = given.get(random.nextInt(given.size())) + "|" + family.get(random.nextInt(family.size())) + ","
                    + family.get(random.nextInt(family.size()));
            var date =
                    "%d-%02d-%02d".formatted(1940 + random.nextInt(80), 1 + random.nextInt(12), 2 + random.nextInt(27));
            boolean female = random.nextBoolean();
            int district = random.nextInt(60);
            int phone = 981_000_000 + random.nextInt(900_000);
            people.add(person(name, date, female, district, phone));
            people.add(person(
                    name,
                    date,
                    female ^ random.nextDouble() < SEX_ERRORS,
                    random.nextDouble() < DISTRICT_CHANGES ? (district + 30) % 60 : district,
                    random.nextDouble() < PHONE_CHANGES ? phone + 900_001 : phone));
        }
        return people;
    }

    private static ComparablePerson person(String name, String date, boolean female, int district, int phone) {
        return People.person("%s|%s|%s|-|%02d%02d|0%d"
                .formatted(name, date, female ? "F" : "M", 1 + district / 10, 1 + district % 10, phone));
    }

    private static List<String> words(SplittableRandom random, int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var word = new StringBuilder();
            for (int syllable = 0; syllable < 4; syllable++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                        .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            words.add(word.toString());
        }
        return words;
    }
}
