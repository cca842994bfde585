package org.hms.registry.curation.fhir;

import java.time.Instant;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.curation.CurationRefused;
import org.hms.registry.curation.Jurisdictions;
import org.hms.registry.facility.Place;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.KeptElements;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Writes jurisdictions, health regions and networks by one side of their pair. What is deleted is closed. */
final class JurisdictionFeed<R extends DomainResource> {

    private final Jurisdictions jurisdictions;
    private final JurisdictionSide<R> side;

    JurisdictionFeed(Jurisdictions jurisdictions, JurisdictionSide<R> side) {
        this.jurisdictions = jurisdictions;
        this.side = side;
    }

    boolean takes(R body) {
        return JurisdictionTerms.tellLevel(side.types(body));
    }

    boolean knows(String id) {
        return jurisdictions.find(id).isPresent();
    }

    FhirAnswer create(FhirRequest request) {
        var body = request.requireBody(side.type());
        var pair = side.pair(body);
        if (pair == null) {
            var next = read(body, null);
            return created(told(() -> jurisdictions.create(next, request.caller())));
        }
        var current = jurisdictions
                .find(pair)
                .orElseThrow(() ->
                        FhirProblem.unprocessable("No jurisdiction has this id").at(name() + ".managingOrganization"));
        if (side.isWritten(current.content())) {
            throw FhirProblem.conflict("This jurisdiction has its " + name() + " already, under its own id");
        }
        return created(revised(read(body, current.content()), current, request));
    }

    FhirAnswer update(FhirRequest request) {
        var body = request.requireBody(side.type());
        var current = current(request);
        var revised = revised(read(body, current.content()), current, request);
        return FhirAnswer.ok(side.toResource(new Place.Area(revised)));
    }

    FhirAnswer delete(FhirRequest request) {
        var current = current(request);
        revised(current.content().close(), current, request);
        return FhirAnswer.noContent();
    }

    private Published<Jurisdiction> current(FhirRequest request) {
        var current = jurisdictions
                .find(request.requireId())
                .filter(found -> side.shows(found.content().level()))
                .orElseThrow(() -> FhirProblem.notFound("No " + name() + " has this id; ids are given here, by POST"));
        request.conditional().requireMatch(Integer.toString(current.version()));
        return current;
    }

    private Published<Jurisdiction> revised(Jurisdiction next, Published<Jurisdiction> current, FhirRequest request) {
        return told(() -> jurisdictions.revise(next, current.version(), request.caller()));
    }

    /** What is not kept is refused rather than dropped. */
    private Jurisdiction read(R body, @Nullable Jurisdiction current) {
        var level = JurisdictionTerms.level(side.types(body), name());
        if (!side.shows(level)) {
            throw FhirProblem.unprocessable(
                            "What is of this level manages, and has no place on the map; it is an Organization")
                    .at(name() + ".type");
        }
        var next = side.read(body, level, current);
        KeptElements.require(body, side.toResource(new Place.Area(new Published<>(next, 1, Instant.EPOCH))));
        return next;
    }

    private FhirAnswer created(Published<Jurisdiction> jurisdiction) {
        return FhirAnswer.created(
                side.toResource(new Place.Area(jurisdiction)),
                name() + "/" + jurisdiction.content().id() + "/_history/" + jurisdiction.version());
    }

    private String name() {
        return side.type().getSimpleName();
    }

    private <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (CurationRefused refused) {
            throw FeedProblems.of(refused, name());
        }
    }
}
