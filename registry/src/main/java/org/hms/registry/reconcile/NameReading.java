package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a facility's printed name: type words first, then core words and numbers. */
final class NameReading {

    private static final Pattern PARTED = Pattern.compile("[()]|\\s-\\s?");
    private static final String COMPANY = "compania";
    private static final Set<String> NUMBERED_PLACES = Set.of("km", "kilometro", "ruta", "calle", "linea", COMPANY);
    private static final Pattern VOWEL = Pattern.compile("[aeiouy?]");
    private static final List<String> MATERNITY = List.of("materno", "infantil");

    private final List<String> words;
    private final Set<String> types = new LinkedHashSet<>();
    private final List<String> core = new ArrayList<>();
    private final Set<Integer> numbers = new TreeSet<>();
    private final Set<Integer> placing = new TreeSet<>();

    private NameReading(String printed) {
        words = FacilityAbbreviations.writtenOut(FacilityWords.of(printed));
    }

    static FacilityNameParts read(String printed) {
        var reading = new NameReading(printed);
        int from = reading.types();
        reading.rest(from);
        if (reading.core.isEmpty() && reading.numbers.isEmpty()) {
            reading.rest(0);
        }
        return new FacilityNameParts(
                reading.types, reading.core, reading.numbers, reading.placing, aliases(printed, reading.core));
    }

    /** The words of a place's name, which says of no type. */
    static List<String> words(String printed) {
        var reading = new NameReading(printed);
        reading.rest(0);
        return reading.core;
    }

    /** Of the parts between brackets and dashes those that are names by themselves. */
    private static List<List<String>> aliases(String printed, List<String> whole) {
        return PARTED.splitAsStream(printed)
                .map(NameReading::new)
                .map(NameReading::named)
                .filter(part -> !part.isEmpty() && !part.equals(whole))
                .toList();
    }

    private List<String> named() {
        rest(types());
        return core;
    }

    /** Where the name goes on behind the words that say what it is. */
    private int types() {
        int at = 0;
        while (true) {
            while (at < words.size() && at > 0 && FacilityAbbreviations.isSilent(words.get(at))) {
                at++;
            }
            var found = TypeWords.at(words, at);
            if (found == null || !types.isEmpty() && !goesOn(found.type())) {
                return at;
            }
            types.add(found.type());
            at += found.words();
        }
    }

    /** One name may say IPS and its kind, or USF and the polyclinic it is in; a hospital behind USF is where it stands. */
    private boolean goesOn(String type) {
        return types.contains("IPS") && types.size() == 1 && !type.equals("IPS")
                || types.contains("USF") && type.equals("POL");
    }

    private void rest(int from) {
        for (int i = from; i < words.size(); i++) {
            var word = words.get(i);
            int number = FacilityAbbreviations.number(word, i == words.size() - 1);
            if (number >= 0) {
                (isPlacing(i, from) ? placing : numbers).add(number);
            } else if (!FacilityAbbreviations.isSilent(word) && !isStandard(word) && !isNumbered(i)) {
                spell(word);
            }
        }
        int maternity = core.size() - 2;
        if (types.contains(TypeWords.HOSPITAL)
                && maternity > 0
                && core.subList(maternity, core.size()).equals(MATERNITY)) {
            core.subList(maternity, core.size()).clear();
            types.remove(TypeWords.HOSPITAL);
            types.add("HMI");
        }
    }

    /** Whether a word is but the sign before a number: KM 25. */
    private boolean isNumbered(int at) {
        return NUMBERED_PLACES.contains(words.get(at))
                && (isNumber(at + 1) || words.get(at).equals(COMPANY) && isNumber(at - 1));
    }

    private boolean isNumber(int at) {
        return at >= 0 && at < words.size() && FacilityAbbreviations.number(words.get(at), at == words.size() - 1) >= 0;
    }

    /** Whether a number is that of a road or of the house rather than one of several of a name. */
    private boolean isPlacing(int at, int from) {
        var before = at == 0 ? "" : words.get(at - 1);
        var behind = at + 1 < words.size() ? words.get(at + 1) : "";
        return NUMBERED_PLACES.contains(before)
                || behind.equals(COMPANY)
                || FacilityAbbreviations.isNumberSign(before) && at - 1 <= from;
    }

    /** A USF is built to a standard, and some lists say so behind its name; one of them breaks the word off. */
    private boolean isStandard(String word) {
        return types.contains("USF") && (word.equals("estandar") || word.equals("estand"));
    }

    /** A word without a vowel is initials: M. R. Alonso. I. N. is an "instituto nacional". */
    private void spell(String word) {
        if (word.equals("in")) {
            core.addAll(List.of("instituto", "nacional"));
        } else if (VOWEL.matcher(word).find()) {
            core.add(word);
        } else {
            word.chars().forEach(letter -> core.add(String.valueOf((char) letter)));
        }
    }
}
