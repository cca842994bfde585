package org.hms.terminology.language;

import java.util.regex.Pattern;

/**
 * How a folded word sounds to somebody who writes by ear in Guaraní or Spanish: one letter for sounds that are confused
 * (b and v, s z and soft c, k c and qu, i and y), no silent h, no doubled letters, no final n after a vowel.
 */
public final class PhoneticKey {
    private record Step(Pattern pattern, String replacement) {
        static Step of(String pattern, String replacement) {
            return new Step(Pattern.compile(pattern), replacement);
        }
    }

    private static final Step[] STEPS = {
        Step.of("qu(?=[ei])", "k"),
        Step.of("c(?=[ei])", "s"),
        Step.of("ch", "x"),
        Step.of("c", "k"),
        Step.of("sh", "x"),
        Step.of("[zç]", "s"),
        Step.of("mb|nd(?=[aeiouy])|v", "b"),
        Step.of("w|gu(?=[aeio])", "g"),
        Step.of("ph", "f"),
        Step.of("ll", "j"),
        Step.of("(?<=^|[aeiou])y(?=[aeou])", "j"),
        Step.of("g(?=[ei])", "j"),
        Step.of("h", ""),
        // The privative -ỹ after a y turns the meaning round (memby, a child; membyʼỹ, childless): it stays audible.
        Step.of("yy$", "0"),
        Step.of("y", "i"),
        Step.of("n$", ""),
        Step.of("(.)\\1+", "$1"),
    };

    private PhoneticKey() {}

    public static String of(String folded) {
        var key = folded;
        for (var step : STEPS) {
            key = step.pattern().matcher(key).replaceAll(step.replacement());
        }
        return key;
    }
}
