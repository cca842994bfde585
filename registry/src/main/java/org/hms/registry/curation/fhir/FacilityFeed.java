package org.hms.registry.curation.fhir;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.curation.Curation;
import org.hms.registry.curation.CurationRefused;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.curation.Proposal;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Place;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.KeptElements;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/**
 * Writes facilities by one side of their pair. What is written goes through the rules of curation, is
 * published at once, and leaves a request that tells who wrote it. What is deleted is closed.
 */
final class FacilityFeed<R extends DomainResource> {

    private final Curation curation;
    private final FacilitySide<R> side;

    FacilityFeed(Curation curation, FacilitySide<R> side) {
        this.curation = curation;
        this.side = side;
    }

    /** One side of a facility that is there already is written to it, unless it has been. */
    FhirAnswer create(FhirRequest request) {
        var body = request.requireBody(side.type());
        var pair = side.pair(body);
        if (pair == null) {
            var proposal = proposal(Kind.CREATE, null, told(() -> side.draft(body, null)));
            requireKept(body, told(() -> curation.preview(proposal)));
            return created(told(() -> curation.feed(proposal, side.untold(), request.caller())));
        }
        var current = curation.facility(pair)
                .orElseThrow(() ->
                        FhirProblem.unprocessable("No facility has this id").at(name() + ".managingOrganization"));
        if (side.isWritten(current.content())) {
            throw FhirProblem.conflict("This facility has its " + name() + " already, under its own id");
        }
        return created(changed(request, body, current));
    }

    FhirAnswer update(FhirRequest request) {
        var body = request.requireBody(side.type());
        var current = current(request);
        request.conditional().requireMatch(Integer.toString(current.version()));
        return FhirAnswer.ok(side.toResource(new Place.Site(changed(request, body, current))));
    }

    FhirAnswer delete(FhirRequest request) {
        var current = current(request);
        request.conditional().requireMatch(Integer.toString(current.version()));
        if (current.content().service().status() != FacilityStatus.INACTIVE) {
            var close = proposal(Kind.CLOSE, current.content().id(), null);
            told(() -> curation.feed(close, side.untold(), request.caller()));
        }
        return FhirAnswer.noContent();
    }

    private Published<Facility> current(FhirRequest request) {
        return curation.facility(request.requireId())
                .orElseThrow(() -> FhirProblem.notFound("No facility has this id; ids are given here, by POST"));
    }

    /** Equal content makes no version. */
    private Published<Facility> changed(FhirRequest request, R body, Published<Facility> current) {
        var draft = side.draft(body, current.content());
        var proposal = proposal(Kind.CHANGE, current.content().id(), draft);
        var next = told(() -> curation.preview(proposal));
        requireKept(body, next);
        return next.equals(current.content())
                ? current
                : told(() -> curation.feed(proposal, side.untold(), request.caller()));
    }

    private FhirAnswer created(Published<Facility> facility) {
        return FhirAnswer.created(
                side.toResource(new Place.Site(facility)),
                name() + "/" + facility.content().id() + "/_history/" + facility.version());
    }

    /** What is not kept is refused rather than dropped. */
    private void requireKept(R body, Facility next) {
        KeptElements.require(body, side.toResource(new Place.Site(new Published<>(next, 1, Instant.EPOCH))));
    }

    private static Proposal proposal(Kind kind, @Nullable String id, @Nullable FacilityDraft draft) {
        return new Proposal(kind, id, 0, draft, List.of(), "Written by a feed");
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
