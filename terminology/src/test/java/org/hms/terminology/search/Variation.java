package org.hms.terminology.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hms.terminology.concept.Designation;

/**
 * One habit of writing, as a rule that turns a label into what somebody with that habit types. A label the habit does not
 * touch is left out of its figure.
 */
record Variation(String name, Scope scope, double floor, UnaryOperator<String> rule) {
    private static final double FLOOR = 0.99;

    /** Which labels somebody could write so. */
    enum Scope {
        /** Labels of all languages. */
        ALL,
        /** Labels in Guaraní. */
        GUARANI,
        /** Preferred labels in Guaraní that name a part of the body or what one has. */
        OWNED,
        /** Labels in Spanish. */
        SPANISH;

        boolean takes(Designation designation, String category) {
            return switch (this) {
                case ALL -> true;
                case GUARANI -> designation.language().equals("gn");
                case OWNED ->
                    designation.language().equals("gn")
                            && HAD.contains(category)
                            && designation.use().ordinal() == 0;
                case SPANISH -> designation.language().startsWith("es");
            };
        }
    }

    private static final List<String> HAD = List.of("body-part", "symptom", "disease", "injury");
    private static final Pattern PUSO = Pattern.compile("(?<=\\p{L})['ʼ’](?=\\p{L})");
    private static final Pattern NASAL = Pattern.compile("[ãẽĩõũỹñmn]|g\u0303");
    private static final Map<Character, Character> BARE =
            Map.of('ã', 'a', 'ẽ', 'e', 'ĩ', 'i', 'õ', 'o', 'ũ', 'u', 'ỹ', 'y', 'ñ', 'n');

    Variation(String name, Scope scope, UnaryOperator<String> rule) {
        this(name, scope, FLOOR, rule);
    }

    static List<Variation> all() {
        return Stream.of(spellings(), olderSpellings(), grammar(), spanish())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    String of(String label) {
        return rule.apply(label);
    }

    private static List<Variation> spellings() {
        return List.of(
                new Variation("as written", Scope.ALL, text -> text),
                new Variation("capitals", Scope.ALL, String::toUpperCase),
                new Variation("decomposed", Scope.ALL, text -> Normalizer.normalize(text, Normalizer.Form.NFD)),
                puso("puso '", "'"),
                puso("puso ’", "’"),
                puso("puso ‘", "‘"),
                puso("puso `", "`"),
                puso("puso ´", "´"),
                puso("puso ʼ", "ʼ"),
                puso("puso ʻ", "ʻ"),
                puso("puso ꞌ", "ꞌ"),
                puso("puso ′", "′"),
                puso("puso absent", ""),
                new Variation("nasal â", Scope.ALL, text -> nasal(text, "\u0302")),
                new Variation("nasal ä", Scope.ALL, text -> nasal(text, "\u0308")),
                new Variation("nasal à", Scope.ALL, text -> nasal(text, "\u0300")),
                new Variation("nasal a~", Scope.ALL, text -> nasal(text, "~")),
                new Variation("nasal a^", Scope.ALL, text -> nasal(text, "^")),
                new Variation("nasal absent", Scope.ALL, text -> nasal(text, "")),
                new Variation("stress absent", Scope.ALL, Variation::withoutStress),
                new Variation(
                        "plain keyboard",
                        Scope.ALL,
                        text -> withoutStress(nasal(PUSO.matcher(text).replaceAll(""), ""))),
                new Variation("final stress written", Scope.GUARANI, Variation::stressed),
                new Variation(
                        "soft hyphen", Scope.GUARANI, text -> text.substring(0, 1) + "\u00AD" + text.substring(1)));
    }

    private static List<Variation> olderSpellings() {
        return List.of(
                new Variation("y as ÿ", Scope.GUARANI, text -> text.replace("y", "ÿ")),
                new Variation("y as ĭ", Scope.GUARANI, text -> text.replace("y", "ĭ")),
                // Two words may become one: tesay, a tear, and tesãi, health, are both tesai.
                new Variation("y as i", Scope.GUARANI, text -> text.replace("y", "i")),
                new Variation("ch as x", Scope.GUARANI, text -> text.replace("ch", "x")),
                new Variation(
                        "k as c and qu",
                        Scope.GUARANI,
                        text -> text.replaceAll("k(?=[eiẽĩéí])", "qu").replaceAll("k(?=[aouãõũáóú])", "c")),
                new Variation("s as z", Scope.GUARANI, text -> text.replaceAll("s(?=[aouãõũáóú])", "z")),
                new Variation("s as c", Scope.GUARANI, text -> text.replaceAll("s(?=[eiẽĩéí])", "c")),
                new Variation("gu as w", Scope.GUARANI, text -> text.replaceAll("gu(?=[aeiãẽĩáéí])", "w")),
                new Variation("j as y", Scope.GUARANI, text -> text.replaceAll("(?<=^|[aeiou ])j(?=[aeou])", "y")),
                new Variation("v as b", Scope.GUARANI, text -> text.replace("v", "b")));
    }

    private static List<Variation> grammar() {
        return List.of(
                new Variation("relational r-", Scope.OWNED, text -> relational(text, "r")),
                new Variation("relational h-", Scope.OWNED, text -> relational(text, "h")),
                new Variation("che", Scope.OWNED, text -> "che " + possessed(text)),
                new Variation("che- together", Scope.OWNED, text -> "che" + possessed(text)),
                new Variation("nde/ne", Scope.OWNED, text -> (isNasal(text) ? "ne " : "nde ") + possessed(text)),
                new Variation(
                        "ñande/ñane", Scope.OWNED, text -> (isNasal(text) ? "ñane " : "ñande ") + possessed(text)),
                new Variation("i-/ij-/iñ-/h-", Scope.OWNED, Variation::thirdPerson),
                new Variation("written together", Scope.GUARANI, text -> text.replace(" ", "")),
                new Variation("-eterei", Scope.OWNED, text -> text + "eterei"),
                new Variation("-ite", Scope.OWNED, text -> text + "ite"),
                new Variation("-pe/-me", Scope.OWNED, text -> text + (isNasal(text) ? "me" : "pe")),
                new Variation("-gui", Scope.OWNED, text -> text + "gui"),
                new Variation("-kuéra/-nguéra", Scope.OWNED, text -> text + (isNasal(text) ? "nguéra" : "kuéra")),
                new Variation("-ramo", Scope.OWNED, text -> text + "ramo"),
                new Variation("oguereko", Scope.OWNED, text -> "oguereko " + text),
                new Variation("areko heta", Scope.OWNED, text -> "areko heta " + text),
                new Variation(
                        "rasy apart",
                        Scope.OWNED,
                        text -> text.endsWith("rasy") && !text.contains(" ")
                                ? "che " + possessed(text.replace("rasy", " rasy"))
                                : text),
                new Variation(
                        "hasy che",
                        Scope.OWNED,
                        text -> text.matches(".+rasy")
                                ? "hasy che "
                                        + possessed(text.substring(0, text.length() - 4)
                                                .strip())
                                : text));
    }

    private static List<Variation> spanish() {
        return List.of(
                new Variation(
                        "Spanish without accents",
                        Scope.SPANISH,
                        text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")),
                new Variation("Spanish capitals", Scope.SPANISH, String::toUpperCase),
                new Variation("tengo", Scope.SPANISH, text -> "tengo " + text),
                new Variation("tiene mucha", Scope.SPANISH, text -> "el paciente tiene mucha " + text),
                new Variation("b for v", Scope.SPANISH, text -> text.replace("v", "b")),
                new Variation(
                        "s for z and soft c",
                        Scope.SPANISH,
                        text -> text.replace("z", "s").replaceAll("c(?=[eiéí])", "s")),
                new Variation("no h", Scope.SPANISH, text -> text.replaceAll("(?<!c)h", "")),
                new Variation("y for ll", Scope.SPANISH, text -> text.replace("ll", "y")));
    }

    private static Variation puso(String name, String sign) {
        return new Variation(name, Scope.ALL, text -> PUSO.matcher(text).replaceAll(sign));
    }

    private static String nasal(String text, String mark) {
        var typed = new StringBuilder();
        for (var letter : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            var bare = letter == 'ñ' && !mark.isEmpty() ? null : BARE.get(letter);
            typed.append(bare == null ? String.valueOf(letter) : bare + mark);
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private static String withoutStress(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFD).replace("\u0301", ""), Normalizer.Form.NFC);
    }

    private static String stressed(String text) {
        return text.matches(".*[aeiou]")
                        && !Normalizer.normalize(text, Normalizer.Form.NFD).contains("\u0301")
                ? Normalizer.normalize(text + "\u0301", Normalizer.Form.NFC)
                : text;
    }

    /** The nouns the lexicon itself shows in their three forms begin with t, and so do these. */
    private static String relational(String text, String sound) {
        return isRelational(text) ? sound + text.substring(1) : text;
    }

    private static boolean isRelational(String text) {
        return text.matches(
                "(tesa|tova|tete|tye|tuguy|tumby|tembe|tetyma|tenypy|tevi|tajygue|tepoti|to'o|ty'ái|tãi|temói"
                        + "|topepi|topea|topehýi|tendy|tako|tembo|tatypy|tañykã|ta'ỹi|tambeypy|tepyno|tasy).*");
    }

    private static String possessed(String text) {
        return relational(text, "r");
    }

    private static String thirdPerson(String text) {
        if (isRelational(text)) {
            return relational(text, "h");
        }
        if ("aeiouyãẽĩõũỹáéíóúý".indexOf(text.charAt(0)) >= 0) {
            return (isNasal(text) ? "iñ" : "ij") + text;
        }
        return "i" + text;
    }

    private static boolean isNasal(String text) {
        return NASAL.matcher(text).find();
    }
}
