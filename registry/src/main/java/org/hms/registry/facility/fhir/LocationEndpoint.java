package org.hms.registry.facility.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.SearchParameter;

/** What can be asked of places as Locations: facilities, and the territory they lie in (IHE mCSD ITI-90, ITI-91), and how stewards write them (ITI-130). Every caller may ask. */
public final class LocationEndpoint {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.Location";

    private static final List<SearchParameter> HISTORY = List.of(
            SearchParameter.of("_since", SearchParamType.DATE, "Only what was published at or after this instant"));

    private LocationEndpoint() {}

    public static FhirEndpoint of(PlaceDirectory directory) {
        return of(directory, PlaceFeed.NONE);
    }

    /** With what stewards write. */
    public static FhirEndpoint of(PlaceDirectory directory, PlaceFeed feed) {
        var reads = new PlaceReads(directory, PlaceView.LOCATION, OrganizationCompanions.NONE);
        return feed.offer(FhirEndpoint.of(PlaceView.LOCATION.type()))
                .profile(PROFILE)
                .read(reads::read)
                .vread(reads::vread)
                .search(new LocationSearch(directory), LocationSearch.PARAMETERS)
                .historyInstance(reads::history, HISTORY)
                .historyType(reads::historyOfType, HISTORY)
                .includes(LocationSearch.INCLUDE_ORGANIZATION, LocationSearch.INCLUDE_PART_OF)
                .build();
    }
}
