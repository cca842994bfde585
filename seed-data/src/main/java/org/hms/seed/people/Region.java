package org.hms.seed.people;

import org.hms.seed.DepartmentRow;

/**
 * What living in a department means for a family: how likely it is to be of a Brazilian family, indigenous, or treated
 * across a border. The shares of languages and peoples are the census's; what follows from them is our assumption.
 */
public record Region(String department, double brazilian, double indigenous, double toBrazil, double toArgentina) {

    /** Of those who speak Portuguese, the part that bears Portuguese names. */
    private static final double NAMED_IN_PORTUGUESE = 0.4;

    private static final double BRAZILIAN_BORDER = 20;

    static Region of(DepartmentRow row) {
        var portuguese = row.percentSpeakingPortuguese() == null ? 2 : row.percentSpeakingPortuguese();
        var atBorder = portuguese > BRAZILIAN_BORDER;
        return new Region(
                row.ineCode(),
                atBorder ? portuguese / 100 * NAMED_IN_PORTUGUESE : 0.004,
                (double) row.indigenousPopulation() / row.population(),
                atBorder ? 0.22 : 0.005,
                toArgentina(row.ineCode()));
    }

    private static double toArgentina(String ineCode) {
        return switch (ineCode) {
            case "07", "08", "12" -> 0.18; // Itapúa, Misiones and Ñeembucú face Argentina across a bridge or a ferry.
            case "00", "11", "15" -> 0.03; // So do Asunción, Central and Presidente Hayes, towards Clorinda.
            default -> 0.004;
        };
    }
}
