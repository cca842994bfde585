package org.hms.registry.curation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.curation.CurationRequest.Outcome;
import org.hms.registry.curation.CurationRequest.State;
import org.hms.registry.curation.Publication.Referring;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.VersionKey;
import org.hms.rules.directory.DirectoryFinding;
import org.jspecify.annotations.Nullable;

/**
 * Proposals on their way into the directory. A proposal is made upon a version; another person reviews exactly the revision
 * that they saw; what they approve is published in one transaction, or refused when the facility has changed since.
 */
public final class Curation {

    private final CurationStore store;
    private final DirectoryStore<Facility> facilities;
    private final ProposalCheck check;
    private final InstantSource clock;
    private final FacilityForm form = new FacilityForm();
    private final PublishingTurn turn;

    public Curation(
            CurationStore store,
            PlaceDirectory places,
            DirectoryStore<Facility> facilities,
            PublishingTurn turn,
            InstantSource clock) {
        this.store = store;
        this.facilities = facilities;
        this.turn = turn;
        this.check = new ProposalCheck(places, store, clock);
        this.clock = clock;
    }

    /** A request with what is to be said of it: findings, look-alikes, and what it would change. */
    public record Examined(
            CurationRequest request,
            List<DirectoryFinding> findings,
            List<ReconciledPair> duplicates,
            List<Place> changes) {
        public Examined {
            findings = List.copyOf(findings);
            duplicates = List.copyOf(duplicates);
            changes = List.copyOf(changes);
        }
    }

    /** What would be said of a proposal; it is not kept. */
    public Examined consider(Proposal proposal, Caller by) {
        return examine(new CurationRequest(0, 1, State.OPEN, based(proposal), by.subject(), now(), null));
    }

    /** The facility that is meant by an id, or by a code that leads to it alone. */
    String named(String idOrCode) {
        if (facilities.find(idOrCode).isPresent()) {
            return idOrCode;
        }
        var found = resolve("", idOrCode);
        if (found.size() != 1) {
            throw new CurationRefused(
                    Fault.UNFIT,
                    found.isEmpty() ? "No facility has this id or code" : "Several facilities have this code");
        }
        return found.getFirst();
    }

    /** A facility as a draft describes it. */
    FacilityDraft described(String id) {
        return FacilityForm.describe(requireFacility(id).content());
    }

    /** What refers to a facility, and moves when it is divided. */
    Referring referring(String id) {
        return store.referring(List.of(id));
    }

    /** Takes a proposal; its base is the version that is published now unless it says which. */
    public Examined propose(Proposal proposal, Caller by) {
        return examine(store.add(consider(proposal, by).request()));
    }

    /**
     * Publishes at once what a trusted system writes, by the same rules and with a request that tells of it.
     *
     * @param untold the rules that ask for what such a system tells elsewhere
     */
    public Published<Facility> feed(Proposal proposal, Set<String> untold, Caller by) {
        return turn.take(() -> {
            var request = new CurationRequest(0, 1, State.OPEN, based(proposal), by.subject(), now(), null);
            requireFit(examine(request), untold);
            return store.together(() -> {
                var ended = publish(store.add(request), "Written by a feed", by);
                var outcome = Objects.requireNonNull(ended.outcome());
                return requireFacility(Objects.requireNonNull(outcome.facility()));
            });
        });
    }

    /** How the facility that a proposal is about would be published. */
    public Facility preview(Proposal proposal) {
        var request = new CurationRequest(0, 1, State.OPEN, based(proposal), "", now(), null);
        return publishing().of(request).facilities().getFirst().content();
    }

    /** Does all of it in one transaction, or nothing, while nothing else is decided. */
    public <R> R together(Supplier<R> work) {
        return turn.take(() -> store.together(work));
    }

    public Optional<Published<Facility>> facility(String id) {
        return facilities.find(id);
    }

    private static void requireFit(Examined examined, Set<String> untold) {
        var forbidding = examined.findings().stream()
                .filter(finding -> finding.forbids() && !untold.contains(finding.ruleId()))
                .map(finding -> new Place(finding.field(), finding.ruleId() + " " + finding.sentence()))
                .toList();
        if (!forbidding.isEmpty()) {
            throw new CurationRefused(Fault.UNFIT, "Findings forbid that this be published", forbidding);
        }
    }

    /** Writes the next revision of a proposal that is still open; whoever saw the former must look again. */
    public Examined revise(long id, Proposal proposal, Caller by) {
        return decide(id, request -> {
            var revised = new CurationRequest(
                    id, request.revision() + 1, State.OPEN, based(proposal), by.subject(), clock.instant(), null);
            var examined = examine(revised);
            store.put(revised);
            return examined;
        });
    }

    public Examined get(long id) {
        return examine(require(id));
    }

    public List<CurationRequest> list(State state, int limit, int offset) {
        return store.list(state, limit, offset);
    }

    /** Publishes the revision that the reviewer saw. */
    public CurationRequest approve(long id, int revision, @Nullable String note, Caller by) {
        return decide(id, request -> {
            requireReviewable(request, revision, by);
            requireBase(request.proposal());
            requireFit(examine(request), Set.of());
            return publish(request, note, by);
        });
    }

    /** Writes what a request asks for; the open ones about what has ended by it end too. */
    private CurationRequest publish(CurationRequest request, @Nullable String note, Caller by) {
        var publication = publishing().of(request);
        var superseded = store.openAbout(publication.ended()).stream()
                .filter(other -> other.id() != request.id())
                .map(other -> other.ended(
                        State.SUPERSEDED, new Outcome(by.subject(), now(), "By request " + request.id(), null)))
                .toList();
        var numbers = superseded.stream().map(CurationRequest::id).toList();
        var ended =
                request.ended(State.PUBLISHED, new Outcome(by.subject(), now(), note, publication.facility(), numbers));
        store.publish(ended, superseded, publication, by);
        return ended;
    }

    private Publishing publishing() {
        return new Publishing(form, facilities, store, now());
    }

    /** Ends a request unpublished: rejected by another, or withdrawn by whoever made it. */
    public CurationRequest end(long id, int revision, State how, @Nullable String note, Caller by) {
        return decide(id, request -> {
            if (how == State.REJECTED) {
                requireReviewable(request, revision, by);
            } else if (!request.by().equals(by.subject())) {
                throw new CurationRefused(Fault.FORBIDDEN, "Only who made a request withdraws it");
            }
            var ended = request.ended(how, new Outcome(by.subject(), now(), note, null));
            store.put(ended);
            return ended;
        });
    }

    /** The facilities to which a code leads today: those that bear it, or what followed them. */
    public List<String> resolve(String system, String code) {
        return store.bearers(system, code).stream()
                .flatMap(bearer -> store.successors(bearer).stream())
                .distinct()
                .toList();
    }

    private interface Step<R> {
        R take(CurationRequest request);
    }

    /** One decision at a time, about a request that is open. */
    private <R> R decide(long id, Step<R> step) {
        return turn.take(() -> {
            var request = require(id);
            if (request.state() != State.OPEN) {
                throw new CurationRefused(Fault.CONFLICT, "The request has ended");
            }
            return step.take(request);
        });
    }

    private CurationRequest require(long id) {
        return store.find(id).orElseThrow(() -> new CurationRefused(Fault.UNKNOWN, "No request has this number"));
    }

    private static void requireReviewable(CurationRequest request, int revision, Caller by) {
        if (request.by().equals(by.subject())) {
            throw new CurationRefused(Fault.FORBIDDEN, "Another person reviews a request than who wrote it");
        }
        if (request.revision() != revision) {
            throw new CurationRefused(
                    Fault.CONFLICT, "The request was revised since; it is at revision " + request.revision());
        }
    }

    private void requireBase(Proposal proposal) {
        var id = proposal.facility();
        if (id != null) {
            requireBase(id, proposal.base());
        }
        proposal.bases().forEach(this::requireBase);
    }

    private void requireBase(String id, int base) {
        var current = requireFacility(id);
        if (current.version() != base) {
            var key = new VersionKey(id, base);
            var before =
                    Optional.ofNullable(facilities.findVersions(List.of(key)).get(key));
            throw new CurationRefused(
                    Fault.CONFLICT,
                    "The facility has changed since the version that the request was made upon",
                    before.map(seen -> FacilityForm.differences(seen.content(), current.content()))
                            .orElse(List.of()));
        }
    }

    private Proposal based(Proposal proposal) {
        if (!proposal.isWhole()) {
            throw new CurationRefused(Fault.UNFIT, "A request of this kind is made of other parts");
        }
        var others = proposal.others()
                .collect(Collectors.toMap(
                        Function.identity(), other -> requireFacility(other).version()));
        var id = proposal.facility();
        int base = id == null ? 0 : requireFacility(id).version();
        return proposal.upon(proposal.base() == 0 ? base : proposal.base(), others);
    }

    private Published<Facility> requireFacility(String id) {
        return facilities.find(id).orElseThrow(() -> new CurationRefused(Fault.UNFIT, "No facility has this id"));
    }

    private Examined examine(CurationRequest request) {
        if (request.state() != State.OPEN) {
            return new Examined(request, List.of(), List.of(), List.of());
        }
        var publication = publishing().of(request);
        var before = Publishing.before(publication, facilities);
        var checked = check.check(request.proposal(), publication, before);
        return new Examined(request, checked.findings(), checked.duplicates(), Changes.of(publication, before));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
