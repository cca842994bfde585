package org.hms.seed.providers;

import java.time.LocalDate;

/** A licence to practise: its number, which starts with SIN for "sintético", and the first and last day it is valid. */
public record SyntheticLicence(String number, LocalDate validFrom, LocalDate validTo) {}
