package org.hms.registry.practitioner.fhir;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.KeptElements;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderDirectory;
import org.hms.registry.territory.Published;

/** Roles as other systems write them: who, at which facility, as what, in one specialty, from when and until when. */
final class PractitionerRoleFeed {

    private static final String PATH = "PractitionerRole";

    private final ProviderDirectory directory;
    private final PlaceDirectory places;
    private final PractitionerRoleReads reads;
    private final InstantSource clock;

    PractitionerRoleFeed(
            ProviderDirectory directory, PlaceDirectory places, PractitionerRoleReads reads, InstantSource clock) {
        this.directory = directory;
        this.places = places;
        this.reads = reads;
        this.clock = clock;
    }

    FhirAnswer create(FhirRequest request) {
        var created = publish(request, ProviderFeed.newId(PractitionerRole.ID_PREFIX));
        return FhirAnswer.created(
                reads.current(created), PATH + "/" + created.content().id() + "/_history/" + created.version());
    }

    FhirAnswer update(FhirRequest request) {
        var current = directory
                .findRole(request.requireId())
                .orElseThrow(
                        () -> FhirProblem.notFound("No PractitionerRole has this id; ids are given here, by POST"));
        request.conditional().requireMatch(Integer.toString(current.version()));
        return FhirAnswer.ok(reads.current(publish(request, request.requireId())));
    }

    private Published<PractitionerRole> publish(FhirRequest request, String id) {
        var sent = request.requireBody(org.hl7.fhir.r4.model.PractitionerRole.class);
        var role = role(sent, id);
        var now = ProviderFeed.now(clock);
        KeptElements.require(sent, reads.current(new Published<>(role, 1, now)));
        return directory.publish(role, now, request.caller());
    }

    private PractitionerRole role(org.hl7.fhir.r4.model.PractitionerRole sent, String id) {
        var since = ProviderFeed.day(sent.getPeriod().getStartElement(), PATH + ".period.start");
        var until = ProviderFeed.day(sent.getPeriod().getEndElement(), PATH + ".period.end");
        if (since == null) {
            throw FhirProblem.required("A role begins on a day", PATH + ".period.start");
        }
        if (until != null && until.isBefore(since)) {
            throw FhirProblem.invalid("The period ends before it begins", PATH + ".period");
        }
        if (sent.hasActive() && !sent.getActive() && until == null) {
            throw FhirProblem.invalid("A role that is not active has ended on a day", PATH + ".period.end");
        }
        var specialty = ProviderFeed.only(sent.getSpecialty(), PATH + ".specialty");
        if (specialty == null) {
            throw FhirProblem.required("A role is in a specialty", PATH + ".specialty");
        }
        return new PractitionerRole(
                id,
                practitioner(sent.getPractitioner()),
                facility(sent),
                ProviderFeed.only(sent.getCode(), PATH + ".code"),
                specialty,
                since,
                until);
    }

    private String practitioner(Reference reference) {
        var path = PATH + ".practitioner";
        var id = ProviderFeed.id(reference, "Practitioner", path);
        if (id == null) {
            throw FhirProblem.required("A role is somebody's", path);
        }
        if (directory.findPractitioner(id).isEmpty()) {
            throw FhirProblem.unprocessable("No Practitioner has this id").at(path);
        }
        return id;
    }

    /** The one facility that the Organization and the Locations are sides of; it has not been merged or divided. */
    private String facility(org.hl7.fhir.r4.model.PractitionerRole sent) {
        var organization = ProviderFeed.id(sent.getOrganization(), "Organization", PATH + ".organization");
        List<String> ids = Stream.concat(
                        Stream.ofNullable(organization),
                        sent.getLocation().stream()
                                .flatMap(location ->
                                        Stream.ofNullable(ProviderFeed.id(location, "Location", PATH + ".location"))))
                .distinct()
                .toList();
        if (ids.size() != 1) {
            throw FhirProblem.unprocessable("A role is at one facility: its Organization and its Location have one id")
                    .at(PATH + ".location");
        }
        if (!(places.find(ids.getFirst()).orElse(null) instanceof Place.Site(var facility))
                || !facility.content().succession().successors().isEmpty()) {
            throw FhirProblem.unprocessable("No facility that is not followed by others has this id")
                    .at(PATH + ".location");
        }
        return ids.getFirst();
    }
}
