package org.hms.registry.patient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;

/** A field of the golden record that has one value, in the order in which provenance tells of them. */
public enum GoldenField {
    NAME("name"),
    SEX("sex"),
    BIRTH_DATE("birthDate"),
    BIRTH_ORDER("birthOrder"),
    MOTHER("mother"),
    RESIDENCE("residence"),
    DECEASED("deceased");

    private final String code;

    GoldenField(String code) {
        this.code = code;
    }

    /** As provenance and the API name it. */
    public String code() {
        return code;
    }

    public static Optional<GoldenField> findByCode(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** Whether there is something to be taken; that somebody lives is also said. */
    public boolean isStatedIn(Demographics said) {
        return switch (this) {
            case NAME -> !said.names().isEmpty();
            case SEX -> said.sex() != Sex.UNKNOWN;
            case BIRTH_DATE -> said.birth().date() != null;
            case BIRTH_ORDER -> said.birth().order() != null;
            case MOTHER -> said.birth().mother() != null;
            case RESIDENCE -> said.residence() != null;
            case DECEASED -> true;
        };
    }

    /** The second with this field as the first says it. */
    Demographics taken(Demographics from, Demographics into) {
        var names = this == NAME ? List.of(from.names().getFirst()) : into.names();
        var sex = this == SEX ? from.sex() : into.sex();
        var birth = new Birth(
                this == BIRTH_DATE ? from.birth().date() : into.birth().date(),
                this == BIRTH_ORDER ? from.birth().order() : into.birth().order(),
                this == MOTHER ? from.birth().mother() : into.birth().mother());
        var residence = this == RESIDENCE ? from.residence() : into.residence();
        boolean deceased = this == DECEASED ? from.deceased() : into.deceased();
        return new Demographics(names, sex, birth, into.identifiers(), residence, into.phones(), deceased);
    }
}
