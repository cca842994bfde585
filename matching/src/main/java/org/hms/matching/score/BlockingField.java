package org.hms.matching.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Hypocoristics;
import org.hms.matching.normalise.Word;

/** What a blocking rule may ask two records to have in common. A person may have several values of a field, or none. */
public enum BlockingField {
    IDENTIFIER((person, out) -> person.identifiers().forEach(id -> out.accept(id.system() + '#' + id.value()))),
    PHONE((person, out) -> person.phones().forEach(out)),
    /** Each given name as it sounds; for a pet name also the formal names it may stand for. */
    GIVEN_SOUND((person, out) ->
            person.names().forEach(name -> name.given().each().forEach(word -> givenSounds(word, out)))),
    FIRST_SURNAME_SOUND((person, out) -> surnames(person, 0, out)),
    SECOND_SURNAME_SOUND((person, out) -> surnames(person, 1, out)),
    /** Either surname, the husband's too: whoever swaps or drops one is still found. */
    ANY_SURNAME_SOUND((person, out) -> person.names().forEach(name -> {
        name.family().each().forEach(word -> out.accept(word.sound()));
        var married = name.married();
        if (married != null) {
            out.accept(married.sound());
        }
    })),
    /** Both surnames in the order of the alphabet, so that swapped ones meet. */
    SURNAME_PAIR_SOUND((person, out) -> person.names().forEach(name -> {
        var second = name.family().second();
        if (second != null) {
            var a = name.family().first().sound();
            var b = second.sound();
            out.accept(a.compareTo(b) <= 0 ? a + '+' + b : b + '+' + a);
        }
    })),
    /** All surnames written together. */
    COLLAPSED_SURNAME((person, out) -> person.names().forEach(name -> {
        if (!name.family().isEmpty()) {
            out.accept(name.family().joined().sound());
        }
    })),
    BIRTH_DATE((person, out) -> {
        var date = person.birthDate();
        if (date != null && date.isFull()) {
            out.accept(Integer.toString(date.digits()));
        }
    }),
    /** The date, and the date with day and month changed over where that is one. */
    BIRTH_DATE_EITHER_WAY((person, out) -> {
        var date = person.birthDate();
        if (date != null && date.isFull()) {
            out.accept(Integer.toString(date.digits()));
            if (date.day() <= 12) {
                out.accept(Integer.toString(date.year() * 10000 + date.day() * 100 + date.month()));
            }
        }
    }),
    BIRTH_YEAR((person, out) -> {
        var date = person.birthDate();
        if (date != null) {
            out.accept(Integer.toString(date.year()));
        }
    }),
    DISTRICT((person, out) -> {
        var residence = person.demographics().residence();
        var district = residence == null ? null : residence.district();
        if (district != null) {
            out.accept(district);
        }
    }),
    /** The day without its century's doubt: month and day, for dates whose year is wrong. */
    BIRTH_MONTH_AND_DAY((person, out) -> {
        var date = person.birthDate();
        if (date != null && date.isFull()) {
            out.accept(Integer.toString(date.month() * 100 + date.day()));
        }
    }),
    BIRTH_YEAR_AND_MONTH((person, out) -> {
        var date = person.birthDate();
        if (date != null && date.month() != 0) {
            out.accept(Integer.toString(date.year() * 100 + date.month()));
        }
    }),
    /** The first three letters of each given name: whoever mistypes the end is still found. */
    GIVEN_START((person, out) ->
            person.names().forEach(name -> name.given().each().forEach(word -> out.accept(start(word))))),
    /** The first three letters of each surname. */
    SURNAME_START((person, out) ->
            person.names().forEach(name -> name.family().each().forEach(word -> out.accept(start(word))))),
    /** Given names and surnames alike, as they sound, for sources that write one where the other belongs. */
    ANY_NAME_SOUND((person, out) -> person.names().forEach(name -> {
        name.given().each().forEach(word -> out.accept(word.sound()));
        name.family().each().forEach(word -> out.accept(word.sound()));
    })),
    /** Both first names in the order of the alphabet, so that those changed over meet. */
    NAME_PAIR_SOUND((person, out) -> person.names().forEach(name -> {
        if (!name.given().isEmpty() && !name.family().isEmpty()) {
            var a = name.given().first().sound();
            var b = name.family().first().sound();
            if (!a.isEmpty() && !b.isEmpty()) {
                out.accept(a.compareTo(b) <= 0 ? a + '+' + b : b + '+' + a);
            }
        }
    })),
    PLACE((person, out) -> attributes(person, "place-", out)),
    POSTCODE((person, out) -> attributes(person, "postcode-", out)),
    EMAIL((person, out) -> attributes(person, "email-", out)),
    MOTHER_GIVEN_SOUND((person, out) -> {
        var mother = person.mother();
        if (mother != null && !mother.given().isEmpty()) {
            out.accept(mother.given().first().sound());
        }
    });

    private final BiConsumer<ComparablePerson, Consumer<String>> reader;

    BlockingField(BiConsumer<ComparablePerson, Consumer<String>> reader) {
        this.reader = reader;
    }

    /** As the model file writes it: birth-date. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The values of a person, each once; none where they are not known. */
    public List<String> values(ComparablePerson person) {
        var values = new LinkedHashSet<String>(4);
        read(person, values::add);
        return new ArrayList<>(values);
    }

    /** Tells the values of a person as they come, perhaps one of them twice. */
    public void read(ComparablePerson person, Consumer<String> out) {
        reader.accept(person, value -> {
            if (!value.isEmpty()) {
                out.accept(value);
            }
        });
    }

    private static String start(Word word) {
        return word.plain().length() <= 3 ? word.plain() : word.plain().substring(0, 3);
    }

    private static void attributes(ComparablePerson person, String kind, Consumer<String> out) {
        person.attributes().forEach((name, value) -> {
            if (name.startsWith(kind)) {
                out.accept(name + '=' + value);
            }
        });
    }

    private static void surnames(ComparablePerson person, int position, Consumer<String> out) {
        person.names().forEach(name -> {
            if (name.family().each().size() > position) {
                out.accept(name.family().each().get(position).sound());
            }
        });
    }

    private static void givenSounds(Word word, Consumer<String> out) {
        out.accept(word.sound());
        for (var formal : Hypocoristics.shipped().formalsOf(word.plain())) {
            out.accept(Word.of(formal).sound());
        }
    }
}
