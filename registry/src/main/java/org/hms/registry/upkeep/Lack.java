package org.hms.registry.upkeep;

import java.util.Arrays;
import java.util.Locale;

/** What a facility may lack, how heavily that counts, and the sentence that a steward reads. */
public enum Lack {
    TYPE(2, "Falta el tipo de establecimiento"),
    OWNERSHIP(1, "Falta la dependencia"),
    DISTRICT(2, "Falta el distrito"),
    HEALTH_REGION(1, "Falta la región sanitaria"),
    POSITION(2, "Falta la ubicación en el mapa"),
    FAR_FROM_DISTRICT(2, "La ubicación está a más de 80 km de su distrito"),
    PHONE(1, "Falta el teléfono"),
    MINISTRY_CODE(2, "Falta el código del Ministerio"),
    SERVICES(1, "No consta qué servicios ofrece"),
    DAMAGED_NAME(1, "El nombre impreso tiene letras dañadas"),
    ATTESTATION(1, "Nadie atestiguó sus datos en el plazo");

    private final int weight;
    private final String sentence;

    Lack(int weight, String sentence) {
        this.weight = weight;
        this.sentence = sentence;
    }

    int weight() {
        return weight;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    static int wholeWeight() {
        return Arrays.stream(values()).mapToInt(Lack::weight).sum();
    }
}
