package org.hms.matching.batch;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of a person file is. Those with a prefix are compared as text, each column by itself. */
public enum ColumnKind {
    GIVEN_NAME("givenName", null),
    FAMILY_NAME("familyName", null),
    FIRST_FAMILY_NAME("firstFamilyName", null),
    SECOND_FAMILY_NAME("secondFamilyName", null),
    MARRIED_NAME("marriedName", null),
    FULL_NAME("fullName", null),
    BIRTH_DATE("birthDate", null),
    BIRTH_YEAR("birthYear", null),
    BIRTH_MONTH("birthMonth", null),
    BIRTH_DAY("birthDay", null),
    SEX("sex", null),
    IDENTIFIER("identifier", null),
    PHONE("phone", null),
    MOTHER_NAME("motherName", null),
    PLACE("place", "place-"),
    POSTCODE("postcode", "postcode-"),
    EMAIL("email", "email-"),
    FATHER_NAME("fatherName", "father-"),
    CATEGORY("category", "category-"),
    TEXT("text", "text-");

    private final String code;
    private final @Nullable String prefix;

    ColumnKind(String code, @Nullable String prefix) {
        this.code = code;
        this.prefix = prefix;
    }

    /** As the configuration writes it: givenName. */
    public String code() {
        return code;
    }

    /** What the names of its comparisons start with; null for what the engine compares by its meaning. */
    @Nullable
    String prefix() {
        return prefix;
    }

    static Optional<ColumnKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
