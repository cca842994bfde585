package org.hms.seed.people;

import java.util.random.RandomGenerator;
import org.hms.seed.names.Tradition;

/** Who holds which document: fewer children and indigenous people a cédula, border families foreign ones. */
record Documents(Background background, int firstOrdinal) {

    private static final int ADULT = 18;
    private static final int SCHOOL = 5;
    private static final double INDIGENOUS_PART = 0.55;
    private static final double BRAZILIAN_PART = 0.6;
    private static final double BRAZILIAN_WITH_CPF = 0.9;

    /** @param place the person's place in the family, from 0 */
    Person.Papers draw(int place, int birthYear, RandomGenerator random) {
        var ordinal = firstOrdinal + place;
        var holdsCedula = random.nextDouble() < cedulaShare(Ages.TODAY.getYear() - birthYear);
        var holdsCpf = random.nextDouble() < cpfShare();
        var holdsDni = random.nextDouble() < background.region().toArgentina();
        return new Person.Papers(
                holdsCedula ? SyntheticNumbers.cedula(ordinal, birthYear) : null,
                holdsDni ? SyntheticNumbers.dni(ordinal) : null,
                holdsCpf ? SyntheticNumbers.cpf(ordinal) : null);
    }

    private double cedulaShare(int age) {
        var share = age >= ADULT ? 0.97 : age >= SCHOOL ? 0.75 : 0.35;
        if (background.indigenous()) {
            return share * INDIGENOUS_PART;
        }
        return background.tradition() == Tradition.BRAZILIAN ? share * BRAZILIAN_PART : share;
    }

    private double cpfShare() {
        return background.tradition() == Tradition.BRAZILIAN
                ? BRAZILIAN_WITH_CPF
                : background.region().toBrazil();
    }
}
