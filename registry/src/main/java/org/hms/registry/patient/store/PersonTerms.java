package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.PersonCondition.Field;
import org.hms.registry.patient.SpelledAddress;
import org.hms.registry.patient.SpelledName;
import org.hms.registry.territory.NameFolding;
import org.jspecify.annotations.Nullable;

/**
 * What a golden record is searched by, as terms of an inverted index. Each value stands there folded from each of its words on,
 * so that the beginning of any word finds it, and once as it was said. The words are also kept apart, for searches by what they contain.
 */
record PersonTerms(Set<String> terms, Set<Word> words) {

    /** A folded word of a field. */
    record Word(String field, String word) implements Comparable<Word> {
        @Override
        public int compareTo(Word other) {
            int byField = field.compareTo(other.field);
            return byField != 0 ? byField : word.compareTo(other.word);
        }
    }

    private static final int LONGEST = 120;
    private static final int MOST = 600;
    private static final int DIGITS_WITH_COUNTRY = 11;

    static PersonTerms of(Demographics said) {
        var terms = new PersonTerms(new TreeSet<>(), new TreeSet<>());
        for (var name : said.names()) {
            var spelled = SpelledName.of(name);
            terms.add(Field.GIVEN, spelled.given());
            if (spelled.family() != null) {
                terms.add(Field.FAMILY, List.of(spelled.family()));
            }
        }
        if (said.birth().mother() != null) {
            terms.add(
                    Field.MOTHER, List.of(SpelledName.of(said.birth().mother()).whole()));
        }
        if (said.residence() != null) {
            terms.addAddress(SpelledAddress.of(said.residence()));
        }
        said.phones().forEach(phone -> terms.terms.add(phone(phone)));
        return terms;
    }

    private void addAddress(SpelledAddress address) {
        add(Field.ADDRESS, address.parts());
        add(Field.CITY, address.cities());
        add(Field.STATE, ofNullable(address.state()));
        add(Field.POSTAL_CODE, ofNullable(address.postalCode()));
        add(Field.COUNTRY, ofNullable(address.country()));
    }

    private static List<String> ofNullable(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    /** A record with thousands of words is not found by all of them. */
    private void add(Field field, Collection<String> values) {
        for (var value : values) {
            var folded = NameFolding.fold(value);
            for (int start = 0;
                    start >= 0 && start < folded.length() && terms.size() < MOST;
                    start = next(folded, start)) {
                terms.add(startingWith(field, folded.substring(start)));
                int end = folded.indexOf(' ', start);
                words.add(new Word(letter(field), cut(folded.substring(start, end < 0 ? folded.length() : end))));
            }
            terms.add(exactly(field, value));
        }
    }

    private static int next(String folded, int start) {
        int space = folded.indexOf(' ', start);
        return space < 0 ? -1 : space + 1;
    }

    /** The term of a value, or of its end, and the prefix by which such terms are found. */
    static String startingWith(Field field, String folded) {
        return letter(field) + "." + cut(folded);
    }

    /** Terms as they were said have a capital letter before them. */
    static String exactly(Field field, String value) {
        return Character.toUpperCase(letter(field).charAt(0)) + "." + cut(value);
    }

    /** Digits alone, and a national number whether or not the country's code stands before it. */
    static String phone(String number) {
        var digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').limit(LONGEST).forEach(c -> digits.append((char) c));
        if (digits.length() >= DIGITS_WITH_COUNTRY && digits.indexOf("595") == 0) {
            digits.replace(0, 3, "0");
        }
        return "t." + digits;
    }

    static String letter(Field field) {
        return switch (field) {
            case FAMILY -> "f";
            case GIVEN -> "g";
            case MOTHER -> "m";
            case ADDRESS -> "a";
            case CITY -> "c";
            case STATE -> "s";
            case POSTAL_CODE -> "p";
            case COUNTRY -> "k";
        };
    }

    static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** The folded family and given names, by which persons are ordered. */
    static String sortKey(Collection<String> names) {
        return cut(NameFolding.fold(String.join(" ", new ArrayList<>(names))));
    }
}
