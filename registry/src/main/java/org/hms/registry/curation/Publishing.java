package org.hms.registry.curation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.curation.Proposal.Division;
import org.hms.registry.curation.Proposal.Redistricting;
import org.hms.registry.curation.Publication.Heir;
import org.hms.registry.curation.Publication.Referring;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Succession;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** What a request publishes, made upon what is published now: it is shown before, and written by an approval. */
final class Publishing {

    private final FacilityForm form;
    private final DirectoryStore<Facility> facilities;
    private final CurationStore store;
    private final Instant at;

    Publishing(FacilityForm form, DirectoryStore<Facility> facilities, CurationStore store, Instant at) {
        this.form = form;
        this.facilities = facilities;
        this.store = store;
        this.at = at;
    }

    Publication of(CurationRequest request) {
        var proposal = request.proposal();
        var id = proposal.facility();
        var draft = proposal.draft();
        return switch (proposal.kind()) {
            case CREATE -> created(request.id(), required(draft));
            case CHANGE -> changed(required(id), required(draft), proposal.since());
            case CLOSE -> as(required(id), FacilityStatus.INACTIVE);
            case REOPEN -> as(required(id), FacilityStatus.ACTIVE);
            case REATTEST ->
                one(next(current(required(id)), current(required(id)).content()));
            case MERGE -> merged(current(required(id)), proposal.absorbed());
            case SPLIT -> divided(request.id(), current(required(id)), draft, required(proposal.division()));
            case REDISTRICT -> resettled(required(proposal.redistricting()), required(proposal.since()));
        };
    }

    private Publication created(long request, FacilityDraft draft) {
        return one(new Published<>(form.create(FacilityForm.idOf(request), Long.toString(request), draft), 1, at));
    }

    private Publication changed(String id, FacilityDraft draft, @Nullable LocalDate since) {
        var current = current(id);
        return one(next(current, form.change(current.content(), draft, since)));
    }

    private Publication as(String id, FacilityStatus status) {
        var current = current(id);
        return one(next(current, current.content().with(status)));
    }

    private Publication merged(Published<Facility> survivor, List<String> absorbed) {
        var id = survivor.content().id();
        var kin = survivor.content().succession();
        var next = new ArrayList<Published<Facility>>();
        next.add(next(
                survivor,
                survivor.content()
                        .with(new Succession(
                                Stream.concat(kin.predecessors().stream(), absorbed.stream())
                                        .toList(),
                                kin.successors()))));
        absorbed.forEach(gone -> next.add(ended(current(gone), List.of(id))));
        var moves = new Moves(at, (entry, place) -> absorbed.contains(place) ? id : place);
        return new Publication(
                next,
                moves.of(store.referring(absorbed)),
                absorbed.stream().map(gone -> new Heir(gone, id)).toList(),
                id);
    }

    private Publication divided(
            long request, Published<Facility> whole, @Nullable FacilityDraft remains, Division division) {
        var id = whole.content().id();
        var parts = new LinkedHashMap<String, Facility>();
        for (var draft : division.parts()) {
            var number = request + "." + parts.size();
            var part = form.create(FacilityForm.idOf(number), number, draft);
            parts.put(part.id(), part.with(new Succession(List.of(id), List.of())));
        }
        var ids = List.copyOf(parts.keySet());
        var next = new ArrayList<Published<Facility>>();
        parts.values().forEach(part -> next.add(new Published<>(part, 1, at)));
        next.addFirst(remains == null ? ended(whole, ids) : next(whole, form.change(whole.content(), remains, null)));
        var stays = remains == null ? ids.getFirst() : id;
        var moves = new Moves(at, (entry, place) -> place.equals(id) ? heir(entry, ids, division, stays) : place);
        return new Publication(
                next,
                moves.of(store.referring(List.of(id))),
                remains == null ? ids.stream().map(part -> new Heir(id, part)).toList() : List.of(),
                id);
    }

    private static String heir(String entry, List<String> parts, Division division, String otherwise) {
        var part = division.moves().get(entry);
        return part == null ? otherwise : parts.get(part);
    }

    private Publication resettled(Redistricting redistricting, LocalDate since) {
        var next = new ArrayList<Published<Facility>>();
        for (var one : redistricting.facilities()) {
            var current = current(one.facility());
            next.add(next(current, form.resettle(current.content(), redistricting.district(), one.mspbsCode(), since)));
        }
        return new Publication(
                next, Referring.NOTHING, List.of(), next.getFirst().content().id());
    }

    private Published<Facility> ended(Published<Facility> current, List<String> heirs) {
        var facility = current.content();
        var kin = new Succession(facility.succession().predecessors(), heirs);
        return next(current, facility.with(FacilityStatus.INACTIVE).with(kin));
    }

    private Published<Facility> current(String id) {
        return facilities.find(id).orElseThrow(() -> new CurationRefused(Fault.UNFIT, "No facility has this id"));
    }

    private Published<Facility> next(Published<Facility> current, Facility content) {
        return new Published<>(content, current.version() + 1, at);
    }

    private static Publication one(Published<Facility> facility) {
        return new Publication(
                List.of(facility),
                Referring.NOTHING,
                List.of(),
                facility.content().id());
    }

    /** A proposal that is kept is whole. */
    private static <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("A request of this kind is made of other parts");
        }
        return part;
    }

    /** The versions that were published, by id; what is new has none. */
    static Map<String, Published<Facility>> before(Publication publication, DirectoryStore<Facility> facilities) {
        return facilities.find(publication.facilities().stream()
                .map(facility -> facility.content().id())
                .toList());
    }
}
