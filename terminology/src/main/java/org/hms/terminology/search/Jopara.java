package org.hms.terminology.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hms.terminology.language.Stem;
import org.hms.terminology.language.Word;

/**
 * Spanish words that Guaraní inflects, as most speakers do all day: persons, possessors and voices before them, cases, number
 * and tenses behind: ojeempacha, oñevacunáta, iplacenta, nérviogui.
 */
final class Jopara {
    private static final double READ = 0.95;
    private static final int SHORTEST = 5;

    /** Folded, longest first; the empty one last. */
    private static final List<String> BEFORE = Stream.concat(
                    Stream.of("o", "a", "re", "ja", "na", "ro", "pe", "i", "")
                            .flatMap(person -> Stream.of("je", "ne", "mbo", "").map(voice -> person + voice)),
                    Stream.of("che", "nde", "ij", "hin"))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final List<String> BEHIND = List.of(
            "nguera", "kuera", "eterei", "rehe", "ramo", "pora", "gui", "ndi", "pe", "me", "ta", "ma", "ite", "re",
            "kue", "");

    /** The Spanish word within, the longest there is. */
    Optional<Stem> read(Word word, Predicate<String> isSpanish) {
        var said = word.folded();
        return BEFORE.stream()
                .filter(said::startsWith)
                .flatMap(before -> BEHIND.stream()
                        .filter(behind -> !(before + behind).isEmpty() && said.endsWith(behind))
                        .map(behind -> within(said, before, behind)))
                .filter(rest -> rest.length() >= SHORTEST && isSpanish.test(rest))
                .max(Comparator.comparingInt(String::length))
                .map(rest -> new Stem(rest, "", READ));
    }

    private static String within(String said, String before, String behind) {
        int end = said.length() - behind.length();
        return end <= before.length() ? "" : said.substring(before.length(), end);
    }
}
