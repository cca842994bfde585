package org.hms.terminology.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hms.terminology.language.LanguageChain;

/** Languages in the order in which they are wished, as {@code Accept-Language} writes them. */
public record AcceptedLanguages(List<Wish> wishes) {
    private static final String ANY = "*";
    private static final double LEAST = 0.01;

    /** A language with its quality from 0 (not at all) to 1; an implied one is understood and not said. */
    public record Wish(LanguageTag tag, double quality, boolean implied) {
        public boolean isAny() {
            return tag.code().equals(ANY);
        }
    }

    public AcceptedLanguages {
        wishes = List.copyOf(wishes);
    }

    /** Empty where the text is no list of languages. */
    public static Optional<AcceptedLanguages> parse(String text) {
        var wishes = new ArrayList<Wish>();
        for (var entry : text.split(",")) {
            var parts = entry.split(";", 2);
            var code = parts[0].strip();
            var quality = parts.length == 1 ? 1 : quality(parts[1].strip());
            if (!LanguageTag.isWellFormed(code) || quality < 0) {
                return Optional.empty();
            }
            wishes.add(new Wish(LanguageTag.of(code), quality, false));
        }
        return Optional.of(new AcceptedLanguages(sorted(wishes)));
    }

    /** With the languages that answer for Guaraní, and any other rather than none, unless that is ruled out. */
    public AcceptedLanguages withFallback() {
        var more = new ArrayList<>(wishes);
        if (wishes.stream().noneMatch(Wish::isAny)) {
            var quality = LEAST;
            for (var wish : wishes) {
                for (var tag : fallback(wish)) {
                    quality *= 0.99;
                    more.add(new Wish(LanguageTag.of(tag), LEAST + quality, true));
                }
            }
            more.add(new Wish(LanguageTag.of(ANY), LEAST, true));
        }
        return new AcceptedLanguages(sorted(more));
    }

    /** The wishes as they were said. */
    public String said() {
        return text(true);
    }

    /** The languages that were named. */
    public String named() {
        return text(false);
    }

    private String text(boolean any) {
        return wishes.stream()
                .filter(wish -> !wish.implied() && (any || !wish.isAny()))
                .map(wish ->
                        wish.quality() == 1 ? wish.tag().code() : wish.tag().code() + "; q=" + shown(wish))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Wish wish) {
        return wish.quality() == 0 ? "0" : Double.toString(wish.quality());
    }

    private static List<String> fallback(Wish wish) {
        var chain = LanguageChain.of(wish.tag().code());
        return chain.contains("gn") ? chain : List.of();
    }

    private static double quality(String parameter) {
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<Wish> sorted(List<Wish> wishes) {
        return wishes.stream()
                .sorted(Comparator.comparingDouble(Wish::quality).reversed())
                .toList();
    }
}
