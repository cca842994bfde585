package org.hms.registry.curation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.hms.registry.curation.Proposal.Division;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.Proposal.Redistricting;
import org.hms.registry.curation.Proposal.Resettled;

/** Asks for anything in any order, as a seed has it; what is refused is refused. */
final class CurationWalk {

    private static final List<String> WORDS = List.of(
            "Arasa", "Guembe", "Jakaranda", "Kurupay", "Lapacho", "Mburukuja", "Ombu", "Pakuri", "Takuara", "Urunday");
    private static final List<String> DISTRICTS = List.of("0204", "0213", "0222");

    private final CurationFixture directory;
    private final Random random;
    private final List<CurationRequest> open = new ArrayList<>();
    private final Map<Kind, Integer> published = new HashMap<>();
    private final Set<String> codes = new TreeSet<>();
    private final long seed;
    private int numbers;

    CurationWalk(CurationFixture directory, long seed) {
        this.directory = directory;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The codes that were published. */
    Set<String> codes() {
        return codes;
    }

    /** How many requests of each kind were published. */
    Map<Kind, Integer> published() {
        return published;
    }

    void step() {
        directory.tick();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> approveOne();
            case 5 -> refer();
            case 6 -> endOne();
            default -> propose(random.nextInt(3) == 0 ? Kind.CREATE : kind());
        }
    }

    private Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private void propose(Kind kind) {
        var ids = facilities();
        if (kind != Kind.CREATE && ids.size() < 3) {
            return;
        }
        try {
            open.add(directory
                    .curation
                    .propose(proposal(kind, ids), CurationFixture.ONE)
                    .request());
        } catch (CurationRefused refused) {
            // then it is not asked for
        }
    }

    private Proposal proposal(Kind kind, List<String> ids) {
        var id = kind == Kind.CREATE || kind == Kind.REDISTRICT ? null : one(ids);
        var draft = kind == Kind.CREATE || kind == Kind.CHANGE || kind == Kind.SPLIT && random.nextBoolean()
                ? draft()
                : null;
        var absorbed = kind == Kind.MERGE ? List.of(one(ids)) : List.<String>of();
        var division = kind == Kind.SPLIT ? new Division(List.of(draft(), draft()), moves()) : null;
        var redistricting = kind == Kind.REDISTRICT
                ? new Redistricting(
                        one(DISTRICTS), List.of(new Resettled(one(ids), random.nextBoolean() ? code() : null)))
                : null;
        var since = kind == Kind.REDISTRICT || random.nextInt(3) == 0 ? day() : null;
        return new Proposal(kind, id, 0, draft, absorbed, "walk", division, redistricting, since, Map.of());
    }

    private Map<String, Integer> moves() {
        var moves = new HashMap<String, Integer>();
        for (int i = 0; i < numbers; i++) {
            if (random.nextInt(3) == 0) {
                moves.put("x-" + seed + "-" + i, random.nextInt(2));
            }
        }
        return moves;
    }

    private void approveOne() {
        if (open.isEmpty()) {
            return;
        }
        var request = open.remove(random.nextInt(open.size()));
        try {
            directory.publish(request);
            published.merge(request.proposal().kind(), 1, Integer::sum);
            remember(request.proposal());
        } catch (CurationRefused refused) {
            // then it is not published
        }
    }

    private void remember(Proposal proposal) {
        var drafts = new ArrayList<FacilityDraft>();
        if (proposal.draft() != null) {
            drafts.add(proposal.draft());
        }
        if (proposal.division() != null) {
            drafts.addAll(proposal.division().parts());
        }
        drafts.stream().map(FacilityDraft::mspbsCode).filter(Objects::nonNull).forEach(codes::add);
        if (proposal.redistricting() != null) {
            proposal.redistricting().facilities().stream()
                    .map(Resettled::mspbsCode)
                    .filter(Objects::nonNull)
                    .forEach(codes::add);
        }
    }

    private void endOne() {
        if (open.isEmpty()) {
            return;
        }
        var request = open.remove(random.nextInt(open.size()));
        try {
            if (random.nextBoolean()) {
                directory.curation.end(
                        request.id(), request.revision(), CurationRequest.State.REJECTED, null, CurationFixture.OTHER);
            } else {
                open.add(directory
                        .curation
                        .revise(request.id(), request.proposal(), CurationFixture.ONE)
                        .request());
            }
        } catch (CurationRefused refused) {
            // it had ended
        }
    }

    /** Lets something refer to a facility that works. */
    private void refer() {
        var working = directory.facilities.find(facilities()).values().stream()
                .filter(facility -> facility.content().active())
                .map(facility -> facility.content().id())
                .sorted()
                .toList();
        if (working.isEmpty()) {
            return;
        }
        var id = "x-" + seed + "-" + numbers++;
        switch (random.nextInt(4)) {
            case 0 -> directory.addRole(id, one(working));
            case 1 -> directory.addService(id, one(working));
            case 2 -> directory.addEndpoint(id, one(working));
            default -> directory.addAffiliation(id, one(working), one(working));
        }
    }

    private List<String> facilities() {
        return directory
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id FROM directory_entry WHERE kind = 'Facility' ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    private FacilityDraft draft() {
        var name = "Pindo " + one(WORDS) + " " + one(WORDS) + " " + seed + random.nextInt(1000);
        return new FacilityDraft(
                name, "USF", "public", one(DISTRICTS), "02", -24.4, -56.8, List.of(), code(), List.of());
    }

    private String code() {
        return "03%02d%04d".formatted(seed % 100, numbers++);
    }

    private LocalDate day() {
        return LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
