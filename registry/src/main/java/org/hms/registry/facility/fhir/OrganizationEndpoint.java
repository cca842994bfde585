package org.hms.registry.facility.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.SearchParameter;

/** What can be asked of places as Organizations: facilities, health regions and jurisdictions (IHE mCSD ITI-90, ITI-91), and how stewards write them (ITI-130). Every caller may ask. */
public final class OrganizationEndpoint {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.Organization";

    private static final List<SearchParameter> HISTORY = List.of(
            SearchParameter.of("_since", SearchParamType.DATE, "Only what was published at or after this instant"));

    private OrganizationEndpoint() {}

    public static FhirEndpoint of(PlaceDirectory directory, OrganizationCompanions companions) {
        return of(directory, companions, PlaceFeed.NONE);
    }

    /** With what stewards write. */
    public static FhirEndpoint of(PlaceDirectory directory, OrganizationCompanions companions, PlaceFeed feed) {
        var reads = new PlaceReads(directory, PlaceView.ORGANIZATION, companions);
        return feed.offer(FhirEndpoint.of(PlaceView.ORGANIZATION.type()))
                .profile(PROFILE)
                .read(reads::read)
                .vread(reads::vread)
                .search(new OrganizationSearch(directory, companions), OrganizationSearch.PARAMETERS)
                .historyInstance(reads::history, HISTORY)
                .historyType(reads::historyOfType, HISTORY)
                .includes(OrganizationSearch.INCLUDE_PART_OF, OrganizationSearch.INCLUDE_ENDPOINT)
                .revIncludes(
                        OrganizationSearch.REVINCLUDE_LOCATION,
                        OrganizationSearch.REVINCLUDE_PARTICIPANT,
                        OrganizationSearch.REVINCLUDE_PRIMARY)
                .build();
    }
}
