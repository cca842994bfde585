package org.hms.registry.patient.fhir;

import java.util.List;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchTerm;

/** All values of one parameter, whether it was repeated or given as a list. */
final class Terms {

    private Terms() {}

    static List<SearchTerm.Token> tokens(FhirRequest request, String parameter) {
        return request.query().terms(parameter).stream()
                .flatMap(term -> term.tokens().stream())
                .toList();
    }

    static List<String> values(FhirRequest request, String parameter) {
        return request.query().terms(parameter).stream()
                .flatMap(term -> term.values().stream())
                .toList();
    }
}
