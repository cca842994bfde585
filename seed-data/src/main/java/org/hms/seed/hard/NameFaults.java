package org.hms.seed.hard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hms.seed.names.NameBook;
import org.hms.seed.people.Spelling;
import org.hms.seed.people.SyntheticName;

/** What becomes of a name on its way into a record. */
record NameFaults(NameBook names, Chance chance, Source source) {

    WrittenName write(Kin kin) {
        var name = kin.age() == 0 && chance.strikes(Fault.NEWBORN_WITHOUT_NAME)
                ? WrittenName.of(kin.name())
                        .withGiven(
                                "RN DE " + String.join(" ", kin.mother().name().given()))
                : WrittenName.of(kin.name()).withGiven(given(kin.name()));
        return cased(fields(spelt(surnames(married(name)))));
    }

    /** A mother's name in one line: often without second names, sometimes under her husband's. */
    String mother(SyntheticName mother) {
        var name = WrittenName.of(mother).withGiven(given(mother));
        if (chance.strikes(Fault.MOTHER_SHORTENED)) {
            name = name.withGiven(mother.given().getFirst()).withSecond("");
        }
        if (!name.married().isEmpty() && chance.strikes(Fault.MARRIED_NAME_FOR_SECOND_SURNAME)) {
            name = name.withSecond("de " + name.married());
        }
        return cased(spelt(name)).inOneLine();
    }

    private String given(SyntheticName name) {
        var given = new ArrayList<>(name.given());
        var nickname = names.nickname(given.getFirst(), chance.random());
        if (nickname.isPresent() && chance.strikes(Fault.NICKNAME)) {
            given.set(0, nickname.get());
        }
        if (given.size() > 1) {
            second(given);
        }
        return String.join(" ", given);
    }

    private void second(List<String> given) {
        if (chance.strikes(Fault.SECOND_GIVEN_NAME_DROPPED)) {
            given.removeLast();
        } else if (chance.strikes(Fault.FIRST_GIVEN_NAME_DROPPED)) {
            given.removeFirst();
        } else if (chance.strikes(Fault.GIVEN_NAMES_REORDERED)) {
            given.addFirst(given.removeLast());
        } else if (chance.strikes(Fault.GIVEN_NAME_INITIAL)) {
            given.set(given.size() - 1, given.getLast().charAt(0) + ".");
        }
    }

    private WrittenName married(WrittenName name) {
        if (name.married().isEmpty()) {
            return name;
        }
        if (chance.strikes(Fault.MARRIED_NAME_FOR_FIRST_SURNAME)) {
            return new WrittenName(name.given(), name.married(), name.first(), "");
        }
        if (chance.strikes(Fault.MARRIED_NAME_FOR_SECOND_SURNAME)) {
            var written = chance.random().nextBoolean() ? name.married() : "de " + name.married();
            return name.withSecond(written).withMarried("");
        }
        return chance.strikes(Fault.MARRIED_NAME_MISSING) ? name.withMarried("") : name;
    }

    private WrittenName surnames(WrittenName name) {
        if (name.second().isEmpty()) {
            return name;
        }
        if (chance.strikes(Fault.SECOND_SURNAME_MISSING)) {
            return name.withSecond("");
        }
        if (chance.strikes(Fault.SURNAMES_SWAPPED)) {
            return name.withFirst(name.second()).withSecond(name.first());
        }
        if (chance.strikes(Fault.SURNAMES_COLLAPSED)) {
            var glue = chance.random().nextInt(6) == 0 ? "" : " ";
            return name.withFirst(name.first() + glue + name.second()).withSecond("");
        }
        return chance.strikes(Fault.SURNAMES_HYPHENATED)
                ? name.withFirst(name.first() + "-" + name.second()).withSecond("")
                : name;
    }

    private WrittenName fields(WrittenName name) {
        if (chance.strikes(Fault.FIELDS_EXCHANGED)) {
            return new WrittenName(name.first(), name.given(), name.second(), name.married());
        }
        return chance.strikes(Fault.ALL_IN_ONE_FIELD)
                ? new WrittenName(name.inOneLine(), "", "", name.married())
                : name;
    }

    private WrittenName spelt(WrittenName name) {
        var random = chance.random();
        var spelt = name;
        if (chance.strikes(Fault.HEARD_OTHERWISE)) {
            spelt = oneField(spelt, word -> Spelling.variant(word, random));
        }
        if (chance.strikes(Fault.TYPED_WRONGLY)) {
            spelt = oneField(spelt, word -> Slips.typed(word, random));
        }
        if (chance.strikes(Fault.READ_WRONGLY)) {
            spelt = oneField(spelt, word -> Slips.read(word, random));
        }
        return chance.strikes(Fault.LETTERS_LOST) ? spelt.everyField(Slips::lost) : spelt;
    }

    private WrittenName oneField(WrittenName name, UnaryOperator<String> change) {
        return switch (chance.random().nextInt(3)) {
            case 0 -> name.withGiven(change.apply(name.given()));
            case 1 -> name.withFirst(change.apply(name.first()));
            default -> name.withSecond(change.apply(name.second()));
        };
    }

    private WrittenName cased(WrittenName name) {
        var plain = source.withoutAccents() ? name.everyField(NameFaults::plain) : name;
        return source.capitals() ? plain.inCapitals() : plain;
    }

    private static String plain(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) > 127) {
                return Spelling.withoutTilde(Spelling.withoutAccents(field));
            }
        }
        return field;
    }
}
