package org.hms.terminology.ecl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The short names that ECL has for language reference sets. */
final class Dialects {

    private record Dialect(String alias, String refset) {}

    private static final List<Dialect> ALL = List.of(
            new Dialect("en-us", "900000000000509007"),
            new Dialect("en-gb", "900000000000508004"),
            new Dialect("en-au", "32570271000036106"),
            new Dialect("en-ca", "19491000087109"),
            new Dialect("en-ie", "21000220103"),
            new Dialect("en-nz", "271000210107"),
            new Dialect("en-nhs-clinical", "999001261000000100"),
            new Dialect("en-nhs-pharmacy", "999000691000001104"),
            new Dialect("es", "450828004"),
            new Dialect("es-uy", "5641000179103"),
            new Dialect("da-dk", "554461000005103"),
            new Dialect("de", "722130004"),
            new Dialect("et-ee", "71000181105"),
            new Dialect("fr", "722131000"),
            new Dialect("fr-be", "21000172104"),
            new Dialect("ja", "722129009"),
            new Dialect("nb-no", "61000202103"),
            new Dialect("nl-be", "31000172101"),
            new Dialect("nl-nl", "31000146106"),
            new Dialect("nn-no", "91000202106"),
            new Dialect("sv-se", "46011000052107"),
            new Dialect("zh", "722128001"));

    private Dialects() {}

    /** The identifier of the language reference set; a number is one already. */
    static String find(String aliasOrIdentifier) {
        if (Character.isDigit(aliasOrIdentifier.charAt(0))) {
            return aliasOrIdentifier;
        }
        return ALL.stream()
                .filter(dialect -> dialect.alias().equals(aliasOrIdentifier))
                .findFirst()
                .orElseThrow(() -> new EclException("No dialect is known as " + aliasOrIdentifier))
                .refset();
    }

    /** The language tag of the first dialect of a language that passes. */
    static Optional<String> tag(String language, Predicate<String> passes) {
        return ALL.stream()
                .filter(dialect ->
                        dialect.alias().equals(language) || dialect.alias().startsWith(language + "-"))
                .filter(dialect -> passes.test(dialect.refset()))
                .map(dialect -> Locale.forLanguageTag(dialect.alias()).toLanguageTag())
                .findFirst();
    }
}
