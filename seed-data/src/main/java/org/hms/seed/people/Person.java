package org.hms.seed.people;

import java.time.LocalDate;
import org.hms.seed.names.Sex;
import org.jspecify.annotations.Nullable;

/** An invented person as they truly are, before any source writes them down. */
record Person(
        String id,
        Sex sex,
        SyntheticName name,
        Birth birth,
        @Nullable LocalDate death,
        Papers papers,
        String phone) {

    /** The day, the place among twins, and the mother with her document. */
    record Birth(
            LocalDate date,
            @Nullable Integer order,
            SyntheticName mother,
            @Nullable String motherCedula) {}

    /** The documents a person holds; children and indigenous people often hold none. */
    record Papers(
            @Nullable String cedula,
            @Nullable String dni,
            @Nullable String cpf) {

        boolean foreign() {
            return dni != null || cpf != null;
        }
    }

    int ageOn(LocalDate day) {
        return day.getYear()
                - birth.date().getYear()
                - (day.getDayOfYear() < birth.date().getDayOfYear() ? 1 : 0);
    }
}
