package org.hms.registry.wordform;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two languages of the pages and what stands on them. Where Guaraní has no short word that is sure, Spanish stands. */
public enum Tongue {
    ES("es", Map.of()),
    GN(
            "gn",
            Map.of(
                    Text.TITLE, "Ñe'ẽ jeheka",
                    Text.WORDS, "Ñe'ẽ",
                    Text.SEARCH, "Eheka",
                    Text.SEND, "Emondo",
                    Text.ENTER, "Eike",
                    Text.LEAVE, "Esẽ",
                    Text.NOTHING, "Ndaipóri",
                    Text.LANGUAGE, "Ñe'ẽ (idioma)"));

    /** What stands on the pages. */
    public enum Text {
        TITLE("Buscar palabras"),
        WORDS("Palabras"),
        SEARCH("Buscar"),
        SEND("Enviar"),
        ENTER("Entrar"),
        LEAVE("Salir"),
        NOTHING("No se encontró nada"),
        TOKEN("Clave de acceso (token)"),
        WRONG_TOKEN("La clave no es válida o ha vencido"),
        CODES("Códigos"),
        LABELS("Nombres"),
        NEW_LABEL("Proponer otro nombre"),
        NEW_MAPPING("Proponer un código"),
        NEW_CONCEPT("Proponer un término nuevo"),
        LANGUAGE("Idioma"),
        SOURCE("De dónde se sabe (fuente)"),
        SYSTEM("Clasificación"),
        CODE("Código"),
        RELATION("El código, respecto del término, es"),
        CATEGORY("Clase"),
        GLOSS("Qué significa, en castellano"),
        SENT("Gracias. Otra persona revisará la propuesta"),
        REFUSED("No se pudo enviar"),
        REFER("Referir o confirmar: no se codifica por el nombre"),
        CODERS_ONLY("Para proponer hace falta la clave de un codificador"),
        UNREVIEWED("sin revisión clínica");

        private final String spanish;

        Text(String spanish) {
            this.spanish = spanish;
        }
    }

    private final String tag;
    private final Map<Text, String> own;

    Tongue(String tag, Map<Text, String> own) {
        this.tag = tag;
        this.own = own.isEmpty() ? Map.of() : new EnumMap<>(own);
    }

    /** The language tag. */
    public String tag() {
        return tag;
    }

    String say(Text text) {
        return own.getOrDefault(text, text.spanish);
    }

    /** The language of what is said: what has no Guaraní stands in Spanish. */
    String tagOf(Text text) {
        return own.containsKey(text) ? tag : "es";
    }

    Tongue other() {
        return this == ES ? GN : ES;
    }

    /** By its tag; Spanish for anything else. */
    public static Tongue of(@Nullable String tag) {
        return "gn".equals(tag) ? GN : ES;
    }
}
