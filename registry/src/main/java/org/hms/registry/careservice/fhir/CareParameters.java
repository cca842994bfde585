package org.hms.registry.careservice.fhir;

import java.util.List;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.fhir.SearchTerm;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.territory.Published;

/** What one kind of entry is searched by. */
interface CareParameters<T extends CareEntry> {

    List<SearchParameter> offered();

    CareCondition condition(SearchTerm term, FhirRequest request);

    /** Adds what the request wants to come along with a page of matches. */
    default void include(FhirRequest request, List<Published<T>> page, Searchset searchset) {}
}
