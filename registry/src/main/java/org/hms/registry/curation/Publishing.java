package org.hms.registry.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.curation.CurationStore.Publication;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;

/** What a request publishes: next versions of facilities, and of the roles that move with a merge. */
final class Publishing {

    private final FacilityForm form;
    private final DirectoryStore<Facility> facilities;
    private final DirectoryStore<PractitionerRole> roles;
    private final CurationStore store;
    private final Instant at;

    Publishing(
            FacilityForm form,
            DirectoryStore<Facility> facilities,
            DirectoryStore<PractitionerRole> roles,
            CurationStore store,
            Instant at) {
        this.form = form;
        this.facilities = facilities;
        this.roles = roles;
        this.store = store;
        this.at = at;
    }

    Publication of(CurationRequest request) {
        var proposal = request.proposal();
        var draft = proposal.draft();
        var id = proposal.facility();
        if (id == null) {
            if (draft == null) {
                throw new IllegalStateException("A new facility has a draft");
            }
            var created = form.create(request.id(), draft);
            return one(new Published<>(created, 1, at));
        }
        var current = current(id);
        return switch (proposal.kind()) {
            case CLOSE -> one(next(current, FacilityForm.with(current.content(), FacilityStatus.INACTIVE)));
            case REOPEN -> one(next(current, FacilityForm.with(current.content(), FacilityStatus.ACTIVE)));
            case MERGE -> merge(current, proposal.absorbed());
            case CREATE, CHANGE, REATTEST ->
                one(next(current, draft == null ? current.content() : form.change(current.content(), draft)));
        };
    }

    private Publication merge(Published<Facility> survivor, List<String> absorbed) {
        var next = new ArrayList<Published<Facility>>();
        for (var id : absorbed) {
            var gone = current(id);
            next.add(next(gone, FacilityForm.with(gone.content(), FacilityStatus.INACTIVE)));
        }
        var moved = roles.find(store.rolesAt(absorbed)).values().stream()
                .map(role ->
                        new Published<>(at(role.content(), survivor.content().id()), role.version() + 1, at))
                .toList();
        return new Publication(next, moved, absorbed, survivor.content().id());
    }

    private static PractitionerRole at(PractitionerRole role, String facility) {
        return new PractitionerRole(
                role.id(), role.practitioner(), facility, role.role(), role.specialty(), role.since(), role.until());
    }

    private Published<Facility> current(String id) {
        return facilities.find(id).orElseThrow(() -> new CurationRefused(Fault.UNFIT, "No facility has this id"));
    }

    private Published<Facility> next(Published<Facility> current, Facility content) {
        return new Published<>(content, current.version() + 1, at);
    }

    private static Publication one(Published<Facility> facility) {
        return new Publication(
                List.of(facility), List.of(), List.of(), facility.content().id());
    }
}
