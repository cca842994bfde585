package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.patient.Act.Said;
import org.hms.registry.patient.Act.State;
import org.hms.registry.patient.Reclustering.Reclustered;
import org.jspecify.annotations.Nullable;

/**
 * The path of an act: what it means for records, whether it contradicts what was decided, who is whom then, commit. Called in
 * the {@link Resolver}'s thread alone, between two groups of records.
 */
public final class ActResolution {

    private static final EvidenceSearch.Found NOTHING_NEW = new EvidenceSearch.Found(Map.of(), Map.of(), Set.of());

    private final PatientStore patients;
    private final StewardStore acts;
    private final Reclustering reclustering;
    private final IndexFollower index;
    private final String model;
    private final int approvalAbove;
    private final InstantSource clock;

    /** @param approvalAbove how many records one steward moves alone */
    public ActResolution(
            PatientStore patients,
            StewardStore acts,
            Reclustering reclustering,
            IndexFollower index,
            String model,
            int approvalAbove,
            InstantSource clock) {
        this.patients = patients;
        this.acts = acts;
        this.reclustering = reclustering;
        this.index = index;
        this.model = model;
        this.approvalAbove = approvalAbove;
        this.clock = clock;
    }

    Act state(Caller caller, Intent intent, String reason, @Nullable Long task) {
        long id = acts.nextAct();
        var said = said(caller, reason);
        var ruling = consistent(Interpretation.of(intent, patients, id, said));
        var after = reclustering.around(Changed.NOTHING, NOTHING_NEW, ruling);
        int moves = after.identification().moves().size();
        if (moves > approvalAbove) {
            var proposal = Act.stated(id, State.PROPOSED, intent, task, moves, said);
            acts.keep(proposal, ruling.records());
            return proposal;
        }
        var act = Act.stated(id, State.APPLIED, intent, task, moves, said);
        write(caller, act, ruling, after, said);
        return act;
    }

    /** Of a proposal by somebody else, to act or to withdraw; what it means is read anew from the persons of today. */
    Act approve(Caller caller, long id, String reason) {
        var proposal = get(id);
        var said = said(caller, reason);
        return switch (proposal.state()) {
            case PROPOSED -> approve(caller, proposal, said);
            case WITHDRAWAL_PROPOSED -> {
                requireAnother(Objects.requireNonNull(proposal.withdrawalProposed()), caller);
                yield takeBack(caller, proposal, said, withdrawal(id));
            }
            case APPLIED, WITHDRAWN -> throw ActRefused.conflict("This act does not wait for an approval");
        };
    }

    private static void requireAnother(Said proposed, Caller caller) {
        if (proposed.by().equals(caller.subject())) {
            throw ActRefused.forbidden("Whoever proposes does not approve");
        }
    }

    private Act approve(Caller caller, Act proposal, Said said) {
        requireAnother(proposal.stated(), caller);
        long id = proposal.id();
        var ruling = consistent(Interpretation.of(proposal.intent(), patients, id, proposal.stated()));
        var after = reclustering.around(Changed.NOTHING, NOTHING_NEW, ruling);
        var act = proposal.approvedBy(said, after.identification().moves().size());
        write(caller, act, ruling, after, said);
        return act;
    }

    /** Or proposes to, where that moves too many records for one steward. */
    Act withdraw(Caller caller, long id, String reason) {
        var act = get(id);
        var said = said(caller, reason);
        return switch (act.state()) {
            case WITHDRAWN -> throw ActRefused.conflict("This act was withdrawn before");
            case WITHDRAWAL_PROPOSED ->
                throw ActRefused.conflict("The withdrawal of this act was proposed and waits for another's approval");
            case PROPOSED -> kept(act.withdrawnBy(said));
            case APPLIED -> {
                var withdrawal = withdrawal(id);
                yield withdrawal.moves() > approvalAbove
                        ? kept(act.withWithdrawalProposed(said))
                        : takeBack(caller, act, said, withdrawal);
            }
        };
    }

    /** Lets an act stand whose withdrawal was proposed. */
    Act keep(long id) {
        var act = get(id);
        if (act.state() != State.WITHDRAWAL_PROPOSED) {
            throw ActRefused.conflict("Nobody has proposed to withdraw this act");
        }
        return kept(act.kept());
    }

    private Act kept(Act act) {
        acts.keep(act, acts.recordsOf(act.id()));
        return act;
    }

    private record Withdrawal(Ruling ruling, Reclustered after) {
        int moves() {
            return after.identification().moves().size();
        }
    }

    private Withdrawal withdrawal(long id) {
        var ruling = Ruling.withdrawing(id, acts.recordsOf(id));
        return new Withdrawal(ruling, reclustering.around(Changed.NOTHING, NOTHING_NEW, ruling));
    }

    private Act takeBack(Caller caller, Act act, Said said, Withdrawal withdrawal) {
        var withdrawn = act.withdrawnBy(said);
        write(caller, withdrawn, withdrawal.ruling(), withdrawal.after(), said);
        return withdrawn;
    }

    Foreseen foresee(Caller caller, Intent intent) {
        var said = said(caller, "preview");
        var ruling = consistent(Interpretation.of(intent, patients, Long.MAX_VALUE, said));
        return foreseen(reclustering.around(Changed.NOTHING, NOTHING_NEW, ruling));
    }

    Foreseen foreseeWithdrawal(long id) {
        var act = get(id);
        if (!act.counts()) {
            throw ActRefused.conflict("This act has no effect that could be withdrawn");
        }
        return foreseen(withdrawal(id).after());
    }

    private Foreseen foreseen(Reclustered after) {
        var eids =
                after.identification().golden().stream().map(GoldenRecord::eid).toList();
        return new Foresight(after, patients.goldenRecords(eids)).foreseen(approvalAbove);
    }

    private Act get(long id) {
        return acts.find(id).orElseThrow(() -> ActRefused.unknown("No act has this number"));
    }

    private Said said(Caller caller, String reason) {
        if (reason.isBlank()) {
            throw ActRefused.unfit("A reason is needed");
        }
        return new Said(caller.subject(), clock.instant(), reason);
    }

    /** All decisions that hang together with those of the ruling are looked at. */
    private Ruling consistent(Ruling ruling) {
        var known = new LinkedHashSet<Decision>(ruling.decisions());
        var seen = new HashSet<String>();
        Set<String> frontier = new HashSet<>(ruling.records());
        while (!frontier.isEmpty() && !ruling.decisions().isEmpty()) {
            seen.addAll(frontier);
            var next = new HashSet<String>();
            for (var decision : patients.decisionsTouching(frontier)) {
                known.add(decision);
                next.add(decision.left());
                next.add(decision.right());
            }
            next.removeAll(seen);
            frontier = next;
        }
        new DecidedPairs(known).contradiction().ifPresent(acts -> {
            var others = new TreeSet<>(acts);
            ruling.decisions().forEach(decision -> others.remove(decision.act()));
            throw ActRefused.contradicts(others);
        });
        return ruling;
    }

    private void write(Caller caller, Act act, Ruling ruling, Reclustered after, Said said) {
        var subjects = new TreeSet<>(ruling.records());
        var persons = new HashMap<>(after.former());
        persons.keySet().retainAll(ruling.records());
        subjects.addAll(persons.values());
        subjects.addAll(after.identification().moves().values());
        var action = act.state() == State.WITHDRAWN ? "withdraw" : "decide";
        var audit = new AuditEntry(said.at(), caller, action, "Person", new ArrayList<>(subjects), "success");
        var group = new ResolvedGroup(
                said.at(), List.of(), Map.of(), after.identification(), after.doubts(), model, List.of(audit));
        index.apply(List.of(), Map.of(), acts.commit(act, ruling, group, after.concerned()));
    }
}
