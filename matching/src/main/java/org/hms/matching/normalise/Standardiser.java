package org.hms.matching.normalise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** Makes demographics comparable. Pure: the same input gives the same output, on any thread. */
public final class Standardiser {
    private static final Map<String, String> ABBREVIATED = Map.of("ma", "maria", "fco", "francisco", "sta", "santa");
    private static final Set<String> HONORIFICS =
            Set.of("ña", "ño", "don", "doña", "karai", "kuñakarai", "kunakarai", "sr", "sra", "srta", "dr", "dra");
    private static final String COUNTRY_CODE = "595";

    public ComparablePerson standardise(Demographics person) {
        var names = new ArrayList<ComparableName>(person.names().size());
        var newborn = false;
        @Nullable
        ComparableName mother = person.birth().mother() == null
                ? null
                : name(
                        person.birth().mother(),
                        true,
                        Folding.words(String.join(" ", person.birth().mother().given())));
        for (var name : person.names()) {
            var given = Folding.words(String.join(" ", name.given()));
            var placeholder = Placeholders.isNewborn(given);
            newborn |= placeholder;
            if (placeholder && mother == null) {
                mother = motherNamedIn(given);
            }
            var comparable = name(name, person.sex() == Sex.FEMALE, placeholder ? List.of() : given);
            if (!comparable.isEmpty()) {
                names.add(comparable);
            }
        }
        return new ComparablePerson(
                person,
                names,
                newborn,
                ComparableDate.of(person.birth().date()),
                identifiers(person.identifiers()),
                phones(person.phones()),
                mother == null || mother.isEmpty() ? null : mother);
    }

    private static ComparableName name(PersonName name, boolean female, List<String> givenWords) {
        var order = SurnameOrder.of(name.family(), name.marriedFamily(), female);
        var married = order.married();
        return new ComparableName(
                Words.of(given(givenWords)), Words.of(order.surnames()), married == null ? null : Word.of(married));
    }

    private static List<String> given(List<String> words) {
        if (words.isEmpty() || Placeholders.isUnnamed(words)) {
            return List.of();
        }
        var given = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var honorific = i == 0 && words.size() > 1 && HONORIFICS.contains(word);
            if (!honorific && !SurnameOrder.isParticle(word)) {
                given.add(ABBREVIATED.getOrDefault(word, word));
            }
        }
        return given;
    }

    /** "RN de Elena": the name that follows is the mother's. */
    private static @Nullable ComparableName motherNamedIn(List<String> given) {
        int of = given.indexOf("de");
        return of < 0 || of == given.size() - 1
                ? null
                : new ComparableName(Words.of(given(given.subList(of + 1, given.size()))), Words.NONE, null);
    }

    private static List<Identifier> identifiers(List<Identifier> identifiers) {
        var kept = new LinkedHashSet<Identifier>();
        for (var identifier : identifiers) {
            var value = number(identifier.value());
            if (!value.isEmpty() && !Placeholders.isNumber(value)) {
                kept.add(new Identifier(identifier.system().strip(), value));
            }
        }
        return List.copyOf(kept);
    }

    /** Letters and digits only, no leading zeros: "1.234.567" and "01234567" are one number. */
    private static String number(String value) {
        var number = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isLetterOrDigit(c) && (c != '0' || !number.isEmpty())) {
                number.append(c);
            }
        }
        return number.toString().toUpperCase(Locale.ROOT);
    }

    private static List<String> phones(List<String> phones) {
        var kept = new LinkedHashSet<String>();
        for (var phone : phones) {
            var digits = phone.replaceAll("\\D", "").replaceFirst("^0+", "");
            var national = digits.startsWith(COUNTRY_CODE) && digits.length() > 9
                    ? digits.substring(COUNTRY_CODE.length()).replaceFirst("^0+", "")
                    : digits;
            if (national.length() >= 6 && !Placeholders.isNumber(national)) {
                kept.add(national);
            }
        }
        return List.copyOf(kept);
    }
}
