package org.hms.seed.people;

/**
 * The table of what goes wrong, and how often. A rate holds among the records where the error is possible at all: a
 * second surname can only be missing where there is one. The rates are our assumptions, of the order that studies of
 * duplicate records report; they are not measured in Paraguay.
 */
public enum ErrorRates {
    // The name
    SECOND_SURNAME_MISSING(0.06),
    SURNAMES_SWAPPED(0.012),
    MARRIED_NAME_NOT_USED(0.55),
    MARRIED_NAME_FOR_SECOND_SURNAME(0.50),
    GIVEN_NAME_DROPPED(0.12),
    NICKNAME(0.02),
    SPELLING_VARIANT(0.03),
    TYPING_ERROR(0.02),
    UPPER_CASE(0.45),
    ACCENTS_DROPPED(0.55),
    TILDE_DROPPED(0.08),
    PLACEHOLDER_NAME(0.002),
    NEWBORN_NAMED_AFTER_MOTHER(0.65),

    // The birth date
    BIRTH_DATE_MISSING(0.015),
    BIRTH_YEAR_ONLY(0.01),
    FIRST_OF_JANUARY(0.012),
    DAY_AND_MONTH_SWAPPED(0.008),
    DATE_DIGIT_WRONG(0.012),

    // Identifiers
    CEDULA_MISSING(0.10),
    CEDULA_MISTYPED(0.012),
    MOTHERS_CEDULA(0.05),
    NEWBORN_UNDER_MOTHERS_CEDULA(0.30),
    FOREIGN_NUMBER_MISTYPED(0.012),

    // The rest
    SEX_UNKNOWN(0.01),
    SEX_WRONG(0.004),
    BIRTH_ORDER_MISSING(0.40),
    MOTHER_MISSING(0.50),
    PHONE_MISSING(0.30),
    PHONE_CHANGED(0.15),
    DISTRICT_CHANGED(0.06),
    DISTRICT_MISSING(0.04),
    LOCALITY_MISSING(0.35),
    DEATH_NOT_REPORTED(0.30);

    private final double rate;

    ErrorRates(double rate) {
        this.rate = rate;
    }

    /** How many of the records where it is possible have it, from 0 to 1. */
    public double rate() {
        return rate;
    }
}
