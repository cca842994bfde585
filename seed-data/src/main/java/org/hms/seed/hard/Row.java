package org.hms.seed.hard;

/** One record as it stands in the file, without its id; empty fields are empty text. */
record Row(
        WrittenName name,
        String sex,
        String birthDate,
        String cedula,
        String phone,
        String mother,
        String district,
        String locality) {

    static final String HEADER =
            "rec_id,given_names,first_surname,second_surname,married_name,sex,birth_date,cedula,phone,mother_name,district,locality";

    /** The columns that follow the id. */
    String toCsv() {
        var csv = new StringBuilder(160);
        for (var field : new String[] {
            name.given(), name.first(), name.second(), name.married(), sex, birthDate, cedula, phone, mother, district
        }) {
            add(csv, field).append(',');
        }
        return add(csv, locality).toString();
    }

    private static StringBuilder add(StringBuilder csv, String field) {
        return field.indexOf(',') >= 0 || field.indexOf('"') >= 0
                ? csv.append('"').append(field.replace("\"", "\"\"")).append('"')
                : csv.append(field);
    }
}
