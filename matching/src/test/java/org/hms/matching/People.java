package org.hms.matching;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.PersonTable;
import org.jspecify.annotations.Nullable;

/**
 * People as a table a steward can read, one a line: given | surnames | date | sex | cédula | district | phone | mother.
 * Surnames are parted by commas; "-" and whatever is left off is not known. "Ana|Vera,Rojas de Paz" has a husband Paz.
 */
public final class People {
    public static final String CEDULA = "https://registry.hms.gov.py/id/cedula";
    public static final PersonMatcher MATCHER =
            new PersonMatcher(MatchModel.read(Path.of("../config/match-model.yml")));

    private People() {}

    public static List<ComparablePerson> people(String table) {
        return table.lines().map(People::person).toList();
    }

    /** With the ids r0, r1, … in the order of the list, which is not that of the table. */
    public static PersonTable table(List<ComparablePerson> people) {
        return PersonTable.of(
                IntStream.range(0, people.size()).mapToObj(i -> "r" + i).toList(), people);
    }

    public static ComparablePerson person(String line) {
        return MATCHER.standardise(demographics(line));
    }

    public static Demographics demographics(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var given = cell(cells, 0);
        var family = cell(cells, 1);
        var date = cell(cells, 2);
        var sex = cell(cells, 3);
        var cedula = cell(cells, 4);
        var district = cell(cells, 5);
        var phone = cell(cells, 6);
        var mother = cell(cells, 7);
        return new Demographics(
                List.of(name(given, family)),
                sex == null ? Sex.UNKNOWN : sex.equals("F") ? Sex.FEMALE : Sex.MALE,
                new Birth(date == null ? null : PartialDate.parse(date), null, mother == null ? null : mother(mother)),
                cedula == null ? List.of() : List.of(new Identifier(CEDULA, cedula)),
                district == null ? null : new Residence(district.substring(0, 2), district, null),
                phone == null ? List.of() : List.of(phone),
                false);
    }

    private static PersonName name(@Nullable String given, @Nullable String family) {
        return new PersonName(
                given == null ? List.of() : List.of(given.split(" ")),
                family == null ? List.of() : List.of(family.split(",")),
                null);
    }

    private static PersonName mother(String name) {
        int space = name.lastIndexOf(' ');
        return PersonName.of(name.substring(0, space), name.substring(space + 1));
    }

    private static @Nullable String cell(List<String> cells, int position) {
        return position < cells.size()
                        && !cells.get(position).equals("-")
                        && !cells.get(position).isEmpty()
                ? cells.get(position)
                : null;
    }
}
