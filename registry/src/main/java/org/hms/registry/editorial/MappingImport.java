package org.hms.registry.editorial;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.MappingImportReport.Outcome;
import org.hms.registry.editorial.MappingImportReport.Row;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.State;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.exchange.MappingReading;
import org.hms.terminology.rdf.Finding;
import org.hms.terminology.translate.TranslateQuery;
import org.hms.terminology.translate.TranslatedCode;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file's mappings as proposals, each with what it says for itself; another person reviews each of them. What the
 * lexicon has alike, or what waits already, is left alone, so that a file may be sent again.
 */
public final class MappingImport {
    private static final int MOST_ROWS = 20_000;

    private final TerminologyService terminology;
    private final ProposalStore store;
    private final ProposalRules rules;
    private final InstantSource clock;

    /** A mapping by what it leads from and to. */
    private record Pair(String concept, String system, String code) {
        static Pair of(NewMapping mapping) {
            return new Pair(mapping.concept(), mapping.system(), mapping.code());
        }
    }

    public MappingImport(TerminologyService terminology, ProposalStore store, InstantSource clock) {
        this.terminology = terminology;
        this.store = store;
        this.rules = new ProposalRules(terminology);
        this.clock = clock;
    }

    /** What became of each row, or with {@code dryRun} what would become of it; all proposals are stored, or none. */
    public MappingImportReport take(Caller caller, MappingReading file, boolean dryRun) {
        if (file.mappings().size() > MOST_ROWS) {
            throw new Refused(Kind.INVALID, "A file has at most " + MOST_ROWS + " mappings");
        }
        var rows = new ArrayList<Row>();
        file.findings().forEach(finding -> rows.add(unread(finding)));
        var seen = waiting();
        var changes = new ArrayList<NewMapping>();
        for (var at = 0; at < file.mappings().size(); at++) {
            var change = StatedEvidence.toChange(file.mappings().get(at));
            var row = judge(file.places().get(at), change, seen);
            if (row.outcome() == Outcome.PROPOSED) {
                changes.add(change);
                seen.put(Pair.of(change), change);
            }
            rows.add(row);
        }
        if (!dryRun) {
            store.addAll(changes, Origin.IMPORT, caller.subject(), clock.instant());
        }
        return MappingImportReport.of(dryRun, rows);
    }

    private Map<Pair, NewMapping> waiting() {
        var waiting = new HashMap<Pair, NewMapping>();
        for (var proposal : store.listMappings(null)) {
            var isWaiting = proposal.state() == State.OPEN || proposal.state() == State.ACCEPTED;
            if (isWaiting && proposal.reviewed() instanceof NewMapping mapping) {
                waiting.put(Pair.of(mapping), mapping);
            }
        }
        return waiting;
    }

    private static Row unread(Finding finding) {
        return new Row(finding.focus(), "", "", Outcome.REJECTED, finding.message());
    }

    private Row judge(String place, NewMapping change, Map<Pair, NewMapping> waiting) {
        var known = known(change);
        if (known.isPresent()) {
            return known(place, change, known.get());
        }
        var same = waiting.get(Pair.of(change));
        if (same != null) {
            var isSame = same.relation() == change.relation();
            return row(
                    place,
                    change,
                    isSame ? Outcome.WAITING : Outcome.REJECTED,
                    isSame
                            ? null
                            : "It is proposed already, as " + same.relation().skosName());
        }
        try {
            rules.require(change);
            return row(place, change, Outcome.PROPOSED, null);
        } catch (Refused e) {
            return row(place, change, Outcome.REJECTED, e.getMessage());
        }
    }

    private Row known(String place, NewMapping change, TranslatedCode known) {
        if (known.relation() != change.relation()) {
            return row(
                    place,
                    change,
                    Outcome.REJECTED,
                    "The lexicon has this mapping as " + known.relation().skosName());
        }
        var stated = change.stated();
        var isSame = stated != null
                && StatedEvidence.toMapping(change, stated).evidence().equals(known.evidence());
        return row(place, change, Outcome.KNOWN, isSame ? null : "The lexicon has it with other evidence");
    }

    /** The same mapping in the current version, of the concept itself or of one it equals. */
    private Optional<TranslatedCode> known(NewMapping change) {
        return terminology.translate(new TranslateQuery.OfConcept(change.concept(), change.system())).matches().stream()
                .filter(match -> match.target().code().equals(change.code()))
                .findFirst();
    }

    private static Row row(String place, NewMapping change, Outcome outcome, @Nullable String reason) {
        return new Row(place, change.concept(), change.code(), outcome, reason);
    }
}
