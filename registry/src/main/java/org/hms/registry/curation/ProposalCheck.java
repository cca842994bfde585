package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.reconcile.ListedFacility;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.reconcile.Reconciliation;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.rules.directory.DirectoryFinding;
import org.hms.rules.directory.DirectoryPolicy;
import org.hms.rules.directory.ProposalFacts;
import org.jspecify.annotations.Nullable;

/** What the rules and a search for duplicates say of a proposal. */
final class ProposalCheck {

    private static final double FAR_METRES = 80_000;
    private static final double SOUTH = -27.7;
    private static final double NORTH = -19.2;
    private static final double WEST = -62.8;
    private static final double EAST = -54.2;
    private static final int MOST_NAMESAKES = 500;

    private final PlaceDirectory places;
    private final CurationStore store;
    private final Reconciliation reconciliation = Reconciliation.withShippedModel();
    private final DirectoryPolicy policy = new DirectoryPolicy();

    ProposalCheck(PlaceDirectory places, CurationStore store) {
        this.places = places;
        this.store = store;
    }

    /** What was found, and the facilities that the proposed one looks like. */
    record Checked(List<DirectoryFinding> findings, List<ReconciledPair> duplicates) {}

    /** @param next how the facility would be published */
    Checked check(Proposal proposal, @Nullable Facility current, Facility next) {
        var duplicates = proposal.kind() == Proposal.Kind.CREATE ? duplicates(next) : List.<ReconciledPair>of();
        return new Checked(policy.findings(facts(proposal, current, next, !duplicates.isEmpty())), duplicates);
    }

    private ProposalFacts facts(Proposal proposal, @Nullable Facility current, Facility next, boolean looksLike) {
        var draft = proposal.draft();
        var position = next.site().position();
        var district = area(next.site().district());
        var centre = district == null ? null : district.centre();
        boolean closes = proposal.kind() == Proposal.Kind.CLOSE;
        boolean inactive = current != null && current.service().status() == FacilityStatus.INACTIVE;
        return new ProposalFacts(
                draft != null,
                draft != null && reconciliation.core(draft.name()).isEmpty(),
                next.kind().type() == null,
                next.site().district() == null,
                next.site().district() != null && district == null,
                next.site().healthRegion() != null && area(next.site().healthRegion()) == null,
                position == null,
                position != null && isOutside(position),
                position != null && centre != null && position.metresTo(centre) > FAR_METRES,
                draft != null && isOfAnotherRegion(draft),
                draft != null && isTaken(draft, next.id()),
                proposal.kind() == Proposal.Kind.CHANGE && next.equals(current),
                closes && inactive,
                proposal.kind() == Proposal.Kind.REOPEN && !inactive,
                closes && !store.rolesAt(List.of(next.id())).isEmpty(),
                looksLike);
    }

    private @Nullable Jurisdiction area(@Nullable String id) {
        return id == null
                ? null
                : places.find(id)
                        .map(place -> switch (place) {
                            case Place.Area(var published) -> published.content();
                            case Place.Site _ -> null;
                        })
                        .orElse(null);
    }

    private static boolean isOutside(GeoPoint point) {
        return point.latitude() < SOUTH
                || point.latitude() > NORTH
                || point.longitude() < WEST
                || point.longitude() > EAST;
    }

    /** The ministry's code begins with the region. */
    private static boolean isOfAnotherRegion(FacilityDraft draft) {
        var code = draft.mspbsCode();
        var region = draft.healthRegion();
        return code != null && region != null && !code.startsWith(region);
    }

    private boolean isTaken(FacilityDraft draft, String id) {
        var code = draft.mspbsCode();
        return code != null
                && places.find(store.bearers(DirectorySystems.MSPBS_ESTABLISHMENT, code)).values().stream()
                        .anyMatch(
                                place -> !place.id().equals(id) && place.entry().active());
    }

    private List<ReconciledPair> duplicates(Facility next) {
        var words = reconciliation.core(next.name().repaired()).stream()
                .filter(word -> word.length() > 2)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var namesakes = places.find(new PlaceQuery(
                        List.of(
                                new PlaceCondition.IsFacility(),
                                new PlaceCondition.HasStatus(List.of("active", "suspended")),
                                new PlaceCondition.Entry(new EntryCondition.IsNamed(Match.CONTAINS, null, words))),
                        MOST_NAMESAKES,
                        0))
                .page();
        var others = new ArrayList<ListedFacility>();
        for (var found : namesakes) {
            if (found.place() instanceof Place.Site(var published)) {
                others.add(listed(published.content()));
            }
        }
        return reconciliation.like(listed(next), others);
    }

    private static ListedFacility listed(Facility facility) {
        var type = facility.kind().type();
        var ownership = facility.kind().ownership();
        var site = facility.site();
        return new ListedFacility(
                facility.id(),
                facility.name().repaired(),
                type == null ? null : type.code(),
                ownership == null ? null : ownership.code().replace('-', ' '),
                new Whereabouts(
                        code(site.district(), "py-dis-"), null, code(site.healthRegion(), "py-rs-"), site.position()),
                facility.service().phones());
    }

    private static @Nullable String code(@Nullable String id, String prefix) {
        return id == null ? null : id.substring(prefix.length());
    }
}
