package org.hms.registry.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is measured of each record. An essential indicator may be missing or invalid and has the goal of completeness; a
 * flaw is there or not.
 */
public enum Indicator {
    IDENTIFIER("identifier", "Documento de identidad", true, 10),
    NAME("name", "Nombre de pila", true, 20),
    SURNAMES("surnames", "Ambos apellidos", true, 30),
    BIRTH_DATE("birth-date", "Fecha de nacimiento", true, 40),
    SEX("sex", "Sexo", true, 50),
    DISTRICT("district", "Distrito de residencia", true, 60),
    MOTHER("mother", "Madre del menor de edad", true, 70),
    PHONE("phone", "Teléfono", true, 80),
    DUPLICATE("duplicate", "Duplicado en la misma fuente", false, 100),
    UNLINKABLE("unlinkable", "Imposible de vincular", false, 101),
    PLACEHOLDER("placeholder", "Valor de relleno", false, 102);

    /** Stands on every record that counts. */
    public static final int RECORD = 0;

    /** Stands on the record of a minor, whose mother should be named. */
    public static final int MINOR = 1;

    private final String code;
    private final String label;
    private final boolean essential;
    private final int number;

    Indicator(String code, String label, boolean essential, int number) {
        this.code = code;
        this.label = label;
        this.essential = essential;
        this.number = number;
    }

    public static Optional<Indicator> find(String code) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.code.equals(code))
                .findFirst();
    }

    /** All codes, for a sentence that says what is known. */
    public static String known() {
        return Arrays.stream(values()).map(Indicator::code).collect(Collectors.joining(", "));
    }

    public String code() {
        return code;
    }

    /** The name in Spanish, for those who read figures. */
    public String label() {
        return label;
    }

    public boolean essential() {
        return essential;
    }

    /** Stands on a record that leaves an essential indicator out, or that has the flaw. */
    public int missing() {
        return number;
    }

    /** Stands on a record that states an essential indicator with a value of no use. */
    public int invalid() {
        if (!essential) {
            throw new IllegalStateException("Only an essential indicator can be invalid");
        }
        return number + 1;
    }

    /** What stands on the records of which this indicator is measured. */
    public int population() {
        return this == MOTHER ? MINOR : RECORD;
    }

    /** What stands on a record that offends this indicator in either way. */
    public List<Integer> offences() {
        return essential ? List.of(missing(), invalid()) : List.of(missing());
    }
}
