package org.hms.terminology.validate;

import java.util.List;

/** What is asked about, in one of three forms, of which the places in the answer's issues depend. */
public record AskedConcept(Form form, List<AskedCode> codes) {

    /** A code with its system, a coding, or a concept with several codings of which one is enough. */
    public enum Form {
        CODE(""),
        CODING("Coding"),
        CODEABLE_CONCEPT("CodeableConcept");

        private final String place;

        Form(String place) {
            this.place = place;
        }
    }

    public AskedConcept {
        codes = List.copyOf(codes);
    }

    /** Where the question as a whole stands. */
    String place() {
        return form.place;
    }

    /** Where one of its codes stands. */
    String place(int at) {
        return form == Form.CODEABLE_CONCEPT ? form.place + ".coding[" + at + "]" : form.place;
    }

    static String at(String place, String element) {
        return place.isEmpty() ? element : place + "." + element;
    }
}
