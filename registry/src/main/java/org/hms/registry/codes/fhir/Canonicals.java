package org.hms.registry.codes.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.load.ContentHash;
import org.jspecify.annotations.Nullable;

/** The URLs under which the lexicon, its value set and its maps are published. */
final class Canonicals {
    static final String LEXICON_ID = "guarani-health-lexicon";
    static final String LEXICON_NAME = "GuaraniHealthLexicon";

    private static final String BASE = "https://registry.hms.gov.py/fhir/";
    static final String LEXICON_VALUE_SET = BASE + "ValueSet/" + LEXICON_ID;
    static final String EVIDENCE = BASE + "StructureDefinition/mapping-evidence";

    private static final Pattern NOT_FOR_NAMES = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern NOT_FOR_IDS = Pattern.compile("[^a-z0-9.-]+");

    private static final int LONGEST_ID = 64;
    private static final int HASH = 12;

    /** A canonical reference as FHIR writes it, {@code url|version}. */
    record Reference(String url, @Nullable String version) {
        static Reference of(String text, @Nullable String version) {
            var bar = text.indexOf('|');
            return bar < 0
                    ? new Reference(text, version)
                    : new Reference(text.substring(0, bar), version == null ? text.substring(bar + 1) : version);
        }
    }

    private Canonicals() {}

    static String mapId(MappedSystem target) {
        return LEXICON_ID + "-to-" + target.shortName();
    }

    static String mapUrl(MappedSystem target) {
        return BASE + "ConceptMap/" + mapId(target);
    }

    /** The value set of all codes of a system. */
    static String valueSetOf(String system) {
        return system + "?fhir_vs";
    }

    /** A name a program can use as an identifier. */
    static String nameOf(String title) {
        return NOT_FOR_NAMES.matcher(title).replaceAll("_");
    }

    /** An id that FHIR allows. One that would be too long ends in a hash of the whole, so that no two parts meet in it. */
    static String idOf(String... parts) {
        var whole = String.join("-", parts);
        var id = NOT_FOR_IDS.matcher(whole.toLowerCase(Locale.ROOT)).replaceAll("-");
        return id.length() <= LONGEST_ID
                ? id
                : id.substring(0, LONGEST_ID - HASH)
                        + ContentHash.of(whole.getBytes(UTF_8)).substring(0, HASH);
    }
}
