package org.hms.seed.hard;

/**
 * What goes wrong in a record of usual care, and how often where it is possible at all. The care of a record multiplies
 * all of them, so that faults come together. The rates are our assumptions, made harder than the registers we know of.
 */
enum Fault {
    // Names
    SECOND_SURNAME_MISSING(0.10),
    SURNAMES_SWAPPED(0.025),
    SURNAMES_COLLAPSED(0.03),
    SURNAMES_HYPHENATED(0.01),
    MARRIED_NAME_MISSING(0.5),
    MARRIED_NAME_FOR_SECOND_SURNAME(0.3),
    MARRIED_NAME_FOR_FIRST_SURNAME(0.02),
    SECOND_GIVEN_NAME_DROPPED(0.15),
    FIRST_GIVEN_NAME_DROPPED(0.04),
    GIVEN_NAME_INITIAL(0.03),
    GIVEN_NAMES_REORDERED(0.03),
    NICKNAME(0.04),
    FIELDS_EXCHANGED(0.012),
    ALL_IN_ONE_FIELD(0.008),
    NEWBORN_WITHOUT_NAME(0.25),
    HEARD_OTHERWISE(0.06),
    TYPED_WRONGLY(0.05),
    READ_WRONGLY(0.015),
    LETTERS_LOST(0.01),

    // Dates
    BIRTH_DATE_MISSING(0.03),
    BIRTH_YEAR_ONLY(0.008),
    FIRST_OF_JANUARY(0.015),
    DAY_AND_MONTH_SWAPPED(0.02),
    DATE_DIGIT_WRONG(0.03),
    YEAR_OFF_BY_ONE(0.015),
    YEAR_OFF_BY_TEN(0.008),

    // The cédula
    CEDULA_MISSING(0.18),
    CEDULA_MISTYPED(0.025),
    MOTHERS_CEDULA(0.12),
    RELATIVES_PAPERS(0.6),
    STRANGERS_CEDULA(0.005),
    PLACEHOLDER_CEDULA(0.012),

    // The rest
    SEX_MISSING(0.02),
    SEX_WRONG(0.008),
    PHONE_MISSING(0.35),
    PHONE_CHANGED(0.30),
    HOUSEHOLD_PHONE(0.08),
    MOTHER_MISSING(0.45),
    MOTHER_SHORTENED(0.25),
    PLACE_MISSING(0.05),
    PLACE_CHANGED(0.10),
    LOCALITY_MISSING(0.35);

    private final double rate;

    Fault(double rate) {
        this.rate = rate;
    }

    /** From 0 to 1. */
    double rate() {
        return rate;
    }
}
