package org.hms.registry.editorial;

import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.registry.editorial.Proposal.State;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.LexiconOutcome;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.SchemeDiff;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.rdf.Publication;
import org.jspecify.annotations.Nullable;

/** People propose, another one reviews, a steward publishes what was accepted as the lexicon's next version. */
public final class Editorial {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}");

    private final TerminologyService terminology;
    private final ProposalStore store;
    private final ProposalRules rules;
    private final InstantSource clock;

    public Editorial(TerminologyService terminology, ProposalStore store, InstantSource clock) {
        this.terminology = terminology;
        this.store = store;
        this.rules = new ProposalRules(terminology);
        this.clock = clock;
    }

    public Proposal propose(Caller caller, Change change) {
        rules.require(change);
        return store.add(change, Origin.PERSON, caller.subject(), clock.instant());
    }

    /**
     * A second person's yes, to what was proposed or to what they make of it. A machine's candidate counts as proposed by who
     * asked for it.
     */
    public Proposal accept(Caller caller, long id, String reason, @Nullable Correction correction) {
        var change = getOfAnother(caller, id).change();
        var corrected = correction == null ? null : correction.of(change);
        rules.require(corrected == null ? change : corrected);
        settle(id, State.ACCEPTED, new Review(caller.subject(), clock.instant(), reason, corrected));
        return get(id);
    }

    /** A second person's no. */
    public Proposal reject(Caller caller, long id, String reason) {
        getOfAnother(caller, id);
        settle(id, State.REJECTED, new Review(caller.subject(), clock.instant(), reason));
        return get(id);
    }

    private Proposal getOfAnother(Caller caller, long id) {
        var proposal = get(id);
        if (proposal.author().equals(caller.subject())) {
            throw new Refused(Kind.FORBIDDEN, "A proposal is reviewed by another person than its author");
        }
        return proposal;
    }

    /** The author, or a steward, takes it back. */
    public Proposal withdraw(Caller caller, long id) {
        var isEditor = caller.role() == Role.STEWARD || caller.role() == Role.ADMIN;
        if (!isEditor && !get(id).author().equals(caller.subject())) {
            throw new Refused(Kind.FORBIDDEN, "A proposal is withdrawn by its author or a steward");
        }
        settle(id, State.WITHDRAWN, null);
        return get(id);
    }

    private void settle(long id, State state, @Nullable Review review) {
        if (!store.settle(id, state, review)) {
            throw new Refused(Kind.CONFLICT, "The proposal is no longer open");
        }
    }

    public Proposal get(long id) {
        return store.find(id).orElseThrow(() -> new Refused(Kind.NOT_FOUND, "There is no such proposal"));
    }

    /** What was accepted becomes a version, all of it or nothing, with who did what. */
    public synchronized SchemeVersion publish(Caller caller, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new Refused(Kind.INVALID, "A version is 1 to 40 letters, digits, points, dashes or plus signs");
        }
        var current = terminology
                .lexicons()
                .currentLexicon()
                .orElseThrow(() -> new Refused(Kind.CONFLICT, "There is no lexicon yet"));
        var accepted = store.listAccepted();
        if (accepted.isEmpty()) {
            throw new Refused(Kind.CONFLICT, "No proposal is accepted and unpublished");
        }
        var edits = new Edits(concepts(current.version()));
        accepted.forEach(edits::apply);
        var publication = new Publication(caller.subject(), clock.instant(), current.versionUri(), edits.sentences());
        return switch (terminology.lexicons().publishLexicon(edits.concepts(), version, publication)) {
            case LexiconOutcome.Loaded loaded -> {
                store.markPublished(accepted.stream().map(Proposal::id).toList(), version);
                yield loaded.scheme();
            }
            case LexiconOutcome.Unchanged unchanged -> unchanged.scheme();
            case LexiconOutcome.Refused refused ->
                throw new Refused(
                        Kind.INVALID,
                        refused.findings().stream()
                                .limit(5)
                                .map(finding -> finding.focus() + ": " + finding.message())
                                .collect(Collectors.joining("; ")));
        };
    }

    public List<SchemeVersion> versions() {
        return terminology.lexicons().conceptSchemes();
    }

    /** What is otherwise in the second version than in the first. */
    public SchemeDiff diff(String from, String to) {
        return SchemeDiff.between(concepts(from), concepts(to));
    }

    public List<Concept> concepts(String version) {
        return terminology
                .lexicons()
                .findConcepts(version)
                .orElseThrow(() -> new Refused(Kind.NOT_FOUND, "The lexicon has no such version"));
    }
}
