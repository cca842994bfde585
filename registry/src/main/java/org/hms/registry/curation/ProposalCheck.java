package org.hms.registry.curation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.hms.registry.territory.Published;
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
    private static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    private final PlaceDirectory places;
    private final CurationStore store;
    private final InstantSource clock;
    private final Reconciliation reconciliation = Reconciliation.withShippedModel();
    private final DirectoryPolicy policy = new DirectoryPolicy();

    ProposalCheck(PlaceDirectory places, CurationStore store, InstantSource clock) {
        this.places = places;
        this.store = store;
        this.clock = clock;
    }

    /** What was found, and the facilities that the proposed one looks like. */
    record Checked(List<DirectoryFinding> findings, List<ReconciledPair> duplicates) {}

    /** @param before what is published now of the facilities that would be published, by id */
    Checked check(Proposal proposal, Publication publication, Map<String, Published<Facility>> before) {
        var findings = new ArrayList<DirectoryFinding>();
        var duplicates = new ArrayList<ReconciledPair>();
        var parts = proposal.division() == null
                ? List.<FacilityDraft>of()
                : proposal.division().parts();
        int part = 0;
        for (var facility : publication.facilities()) {
            var next = facility.content();
            var known = before.get(next.id());
            var current = known == null ? null : known.content();
            boolean isPart = current == null && proposal.kind() == Proposal.Kind.SPLIT;
            var draft = isPart ? parts.get(part) : proposal.draft();
            var alike = current == null ? duplicates(next, proposal) : List.<ReconciledPair>of();
            var place = isPart ? "parts[" + part++ + "]." : "";
            var facts = ends(current, next, proposal)
                    ? ending(hasHeirs(current))
                    : facts(proposal, draft, current, next, !alike.isEmpty());
            policy.findings(facts).stream()
                    .map(found -> found.at(place))
                    .filter(found -> !findings.contains(found))
                    .forEach(findings::add);
            duplicates.addAll(alike);
        }
        return new Checked(findings, duplicates);
    }

    private ProposalFacts facts(
            Proposal proposal,
            @Nullable FacilityDraft draft,
            @Nullable Facility current,
            Facility next,
            boolean looksLike) {
        var kind = proposal.kind();
        var position = next.site().position();
        var district = area(next.site().district());
        var centre = district == null ? null : district.centre();
        boolean closes = kind == Proposal.Kind.CLOSE;
        boolean inactive = current != null && current.service().status() == FacilityStatus.INACTIVE;
        boolean remains = next.id().equals(proposal.facility());
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
                isTaken(current, next),
                kind == Proposal.Kind.CHANGE && next.equals(current),
                closes && inactive,
                kind == Proposal.Kind.REOPEN && !inactive,
                closes && isReferredTo(next.id()),
                looksLike,
                hasHeirs(current),
                inactive && remains && (kind == Proposal.Kind.MERGE || kind == Proposal.Kind.SPLIT),
                proposal.since() != null && proposal.since().isAfter(today()));
    }

    private static boolean hasHeirs(@Nullable Facility current) {
        return current != null && !current.succession().successors().isEmpty();
    }

    /** Whether it is absorbed by another; how it is described matters no more. */
    private static boolean ends(@Nullable Facility current, Facility next, Proposal proposal) {
        return current != null && proposal.absorbed().contains(next.id());
    }

    private static ProposalFacts ending(boolean hasHeirs) {
        return new ProposalFacts(
                false, false, false, false, false, false, false, false, false, false, false, false, false, false, false,
                false, hasHeirs, false, false);
    }

    private boolean isReferredTo(String id) {
        return !store.referring(List.of(id)).roles().isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private @Nullable Jurisdiction area(@Nullable String id) {
        return id == null
                ? null
                : places.find(id)
                        .map(place -> switch (place) {
                            case Place.Area(var published) ->
                                published.content().active() ? published.content() : null;
                            case Place.Site _ -> null;
                        })
                        .orElse(null);
    }

    /** Whether a point lies outside of the country. */
    static boolean isOutside(GeoPoint point) {
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

    /** Whether it gets a code of the ministry that another facility that works bears. */
    private boolean isTaken(@Nullable Facility current, Facility next) {
        return next.identifiers().stream()
                .filter(given -> given.system().equals(DirectorySystems.MSPBS_ESTABLISHMENT))
                .filter(given ->
                        current == null || current.identifiers().stream().noneMatch(given::names))
                .flatMap(given -> places.find(store.bearers(given.system(), given.value())).values().stream())
                .anyMatch(
                        place -> !place.id().equals(next.id()) && place.entry().active());
    }

    private List<ReconciledPair> duplicates(Facility next, Proposal proposal) {
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
            if (found.place() instanceof Place.Site(var published)
                    && !published.content().id().equals(proposal.facility())) {
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
