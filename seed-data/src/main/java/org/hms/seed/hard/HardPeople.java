package org.hms.seed.hard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.NameBook;
import org.hms.seed.people.Seeds;
import org.hms.seed.people.Territory;

/**
 * A file of synthetic people that is hard to link, with its truth. The same seed and number give the same files, byte for
 * byte; rows are made one after the other, so that the country needs no more memory than a village.
 */
public final class HardPeople {

    /** The most records for which every person can have a cédula of their own. */
    public static final int MOST_RECORDS = 9_000_000;

    private static final String COLUMNS = """
            id: rec_id
            columns:
              given_names:    {as: givenName}
              first_surname:  {as: firstFamilyName}
              second_surname: {as: secondFamilyName}
              married_name:   {as: marriedName}
              sex:            {as: sex}
              birth_date:     {as: birthDate}
              cedula:         {as: identifier, system: cedula}
              phone:          {as: phone}
              mother_name:    {as: motherName}
              district:       {as: place}
              locality:       {as: place}
            """;

    /** Where papers lie in one drawer, one child's are easily taken for another's. */
    private static final double MIXING_FAMILIES = 0.03;

    private static final double MIXING_FREQUENT = 0.35;

    private static final double MIXING_ELSEWHERE = 0.01;

    private final long seed;
    private final int records;
    private final Territory territory = new Territory();
    private final Numbers numbers = new Numbers();
    private final Scribe scribe = new Scribe(NameBook.shipped(), territory, numbers);

    private HardPeople(long seed, int records) {
        this.seed = seed;
        this.records = records;
    }

    /**
     * Writes people.csv, truth.csv (record_id, person_id) and columns.yml, what the columns are.
     *
     * @throws IllegalArgumentException if the number is not between 1 and {@link #MOST_RECORDS}
     */
    public static void write(long seed, int records, Path folder) throws IOException {
        if (records < 1 || records > MOST_RECORDS) {
            throw new IllegalArgumentException("A file has 1 to " + MOST_RECORDS + " records");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("columns.yml"), COLUMNS);
        try (var rows = new ShuffledRows(folder, records, Seeds.of(seed, Long.MAX_VALUE))) {
            new HardPeople(seed, records).writeTo(rows);
            rows.writeTo(folder.resolve("people.csv"), folder.resolve("truth.csv"));
        }
    }

    private void writeTo(ShuffledRows rows) throws IOException {
        var written = 0;
        for (int number = 0; written < records; number++) {
            var random = Seeds.of(seed, number);
            var clan = Clan.next(territory, numbers, random);
            var counts = RecordCount.ofFamily(random);
            var mixing = random.nextDouble() < (counts.frequent() ? MIXING_FREQUENT : MIXING_FAMILIES)
                    ? 1
                    : MIXING_ELSEWHERE;
            for (var kin : clan) {
                var careless = Scribe.personCarelessness(random);
                var count = Math.min(counts.draw(random), records - written);
                for (int i = 0; i < count; i++) {
                    var source = Source.draw(random);
                    var chance = Chance.ofRecord(random, careless, source.carelessness());
                    var relative = random.nextDouble() < mixing && chance.strikes(Fault.RELATIVES_PAPERS)
                            ? sibling(kin, clan, random)
                            : kin;
                    rows.add(kin.number(), scribe.write(kin, relative, source, chance));
                }
                written += count;
            }
        }
    }

    /** One with the same surnames; the person where there is no other. */
    private static Kin sibling(Kin kin, List<Kin> clan, RandomGenerator random) {
        var siblings = clan.stream()
                .filter(other ->
                        other != kin && other.name().family().equals(kin.name().family()))
                .toList();
        return siblings.isEmpty() ? kin : siblings.get(random.nextInt(siblings.size()));
    }
}
