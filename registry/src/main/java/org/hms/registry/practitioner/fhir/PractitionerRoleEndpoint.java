package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.fhir.EntryTerms;
import org.hms.registry.facility.fhir.PlaceTerms;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.practitioner.ProviderDirectory;

/** What can be asked of who does what where (IHE mCSD ITI-90), and how stewards write it (ITI-130). Every caller may ask. */
public final class PractitionerRoleEndpoint {

    static final String INCLUDE_PRACTITIONER = "PractitionerRole:practitioner";
    static final String INCLUDE_LOCATION = "PractitionerRole:location";
    static final String INCLUDE_ORGANIZATION = "PractitionerRole:organization";

    private static final String PROFILE =
            "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/IHE.mCSD.PractitionerRole";

    private static final List<SearchParameter> PARAMETERS = List.of(
            EntryTerms.token("_id", "The id of a role"),
            EntryTerms.lastUpdated(),
            EntryTerms.token("active", "Whether it has begun and not ended today"),
            EntryTerms.reference("location", "The facility as Location"),
            EntryTerms.reference("organization", "The facility as Organization"),
            EntryTerms.reference("practitioner", "The professional"),
            EntryTerms.token("role", "What they do"),
            EntryTerms.token("specialty", "The specialty in which they do it"),
            EntryTerms.reference("service", "A service that is offered there in the specialty"),
            EntryTerms.token("practitioner.identifier", "A number of the professional"),
            EntryTerms.text("practitioner.name", "The professional's name or a part of it"),
            EntryTerms.text("practitioner.given", "A given name of the professional"),
            EntryTerms.text("practitioner.family", "A family name of the professional"));

    private PractitionerRoleEndpoint() {}

    /** The clock tells which day it is in the country, for roles end. */
    public static FhirEndpoint of(
            ProviderDirectory providers, PlaceDirectory places, RoleServices services, InstantSource clock) {
        var reads = new PractitionerRoleReads(providers, places, services, clock);
        var history = new ProviderHistory<>(providers::roleHistory, providers::rolesSince, reads::version);
        var feed = new PractitionerRoleFeed(providers, places, reads, clock);
        return FhirEndpoint.of("PractitionerRole")
                .profile(PROFILE)
                .read(reads::read)
                .vread(history::vread)
                .historyInstance(history::ofOne, ProviderHistory.PARAMETERS)
                .historyType(history::ofType, ProviderHistory.PARAMETERS)
                .search(reads::search, PlaceTerms.withBoth(PARAMETERS))
                .create(feed::create, ProviderFeed.WRITERS)
                .update(feed::update, ProviderFeed.WRITERS)
                .includes(INCLUDE_PRACTITIONER, INCLUDE_LOCATION, INCLUDE_ORGANIZATION)
                .build();
    }
}
