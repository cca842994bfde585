package org.hms.seed.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which identity numbers a source writes down, and how. */
record IdentifierErrors(Mischance mischance) {

    private static final double CEDULA_SEEN_ABROAD = 0.35;
    private static final double CPF_SEEN_AT_HOME = 0.25;
    private static final int CHILD = 12;

    /** A border hospital asks for its own country's number first, the others for the cédula. */
    List<SyntheticIdentifier> write(Person person, Visits.Visit visit) {
        var abroad = visit.source().equals(Sources.BORDER);
        var papers = person.papers();
        var identifiers = new ArrayList<SyntheticIdentifier>();
        if (!abroad || mischance.random().nextDouble() < CEDULA_SEEN_ABROAD) {
            addCedula(identifiers, person, visit);
        }
        if (abroad || (papers.cedula() == null && mischance.random().nextDouble() < CPF_SEEN_AT_HOME)) {
            addForeign(identifiers, IdentifierSystems.DNI, papers.dni());
            addForeign(identifiers, IdentifierSystems.CPF, papers.cpf());
        }
        return identifiers;
    }

    private void addCedula(List<SyntheticIdentifier> identifiers, Person person, Visits.Visit visit) {
        var mothers = person.birth().motherCedula();
        var error = visit.atBirth() ? ErrorRates.NEWBORN_UNDER_MOTHERS_CEDULA : ErrorRates.MOTHERS_CEDULA;
        if (person.ageOn(visit.day()) < CHILD && mothers != null && mischance.strikes(error)) {
            identifiers.add(new SyntheticIdentifier(IdentifierSystems.CEDULA, mothers));
            return;
        }
        var own = person.papers().cedula();
        if (own == null || visit.atBirth() || mischance.strikes(ErrorRates.CEDULA_MISSING)) {
            return;
        }
        var written = mischance.strikes(ErrorRates.CEDULA_MISTYPED) ? mistyped(own) : own;
        identifiers.add(new SyntheticIdentifier(IdentifierSystems.CEDULA, written));
    }

    private void addForeign(List<SyntheticIdentifier> identifiers, String system, @Nullable String number) {
        if (number != null) {
            var written = mischance.strikes(ErrorRates.FOREIGN_NUMBER_MISTYPED) ? mistyped(number) : number;
            identifiers.add(new SyntheticIdentifier(system, written));
        }
    }

    /** One digit replaced, or two neighbours exchanged; the first two stay, so that the number stays synthetic. */
    private String mistyped(String number) {
        var random = mischance.random();
        var at = 2 + random.nextInt(number.length() - 3);
        var exchanged = number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
        if (random.nextBoolean() && !exchanged.equals(number)) {
            return exchanged;
        }
        var digit = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }
}
