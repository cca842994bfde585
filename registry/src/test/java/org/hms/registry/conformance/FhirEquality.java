package org.hms.registry.conformance;

import java.util.Comparator;
import org.hl7.fhir.r4.model.Base;

/** Elements of FHIR compared by all they hold; HAPI's own equality is identity. */
final class FhirEquality {

    private FhirEquality() {}

    static <T extends Base> Comparator<T> deep() {
        return (one, other) -> one.equalsDeep(other) ? 0 : 1;
    }
}
