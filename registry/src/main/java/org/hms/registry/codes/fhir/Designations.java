package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;

/** The texts of a concept as FHIR shows them; forms that are kept for search only are not shown. */
final class Designations {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core";

    private Designations() {}

    static List<Designation> shown(List<Designation> designations) {
        return designations.stream()
                .filter(designation -> designation.use() != DesignationUse.HIDDEN)
                .toList();
    }

    static Coding use(Designation designation) {
        return new Coding(
                SKOS,
                switch (designation.use()) {
                    case PREFERRED -> "prefLabel";
                    case ALTERNATIVE -> "altLabel";
                    case HIDDEN -> "hiddenLabel";
                },
                null);
    }
}
