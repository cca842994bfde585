package org.hms.registry.curation.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hms.registry.curation.Curation.Examined;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.curation.CurationRequest;
import org.hms.registry.curation.Proposal;
import org.hms.registry.reconcile.ReconciledPair;
import org.hms.rules.directory.DirectoryFinding;
import org.jspecify.annotations.Nullable;

/** A request as stewards see it. */
public record CurationView(
        long id,
        int revision,
        String state,
        String kind,
        Proposal proposal,
        String by,
        Instant at,
        CurationRequest.@Nullable Outcome outcome) {

    static CurationView of(CurationRequest request) {
        return new CurationView(
                request.id(),
                request.revision(),
                request.state().name().toLowerCase(Locale.ROOT),
                request.proposal().kind().name().toLowerCase(Locale.ROOT),
                request.proposal(),
                request.by(),
                request.at(),
                request.outcome());
    }

    /** A request with what is to be said of it. */
    public record ExaminedView(
            CurationView request, List<DirectoryFinding> findings, List<LookAlike> duplicates, List<Place> changes) {
        public ExaminedView {
            findings = List.copyOf(findings);
            duplicates = List.copyOf(duplicates);
            changes = List.copyOf(changes);
        }

        static ExaminedView of(Examined examined) {
            return new ExaminedView(
                    CurationView.of(examined.request()),
                    examined.findings(),
                    examined.duplicates().stream().map(LookAlike::of).toList(),
                    examined.changes());
        }
    }

    /** A facility that the proposed one looks like. */
    public record LookAlike(
            String facility, String name, @Nullable Double score, List<String> reasons) {
        public LookAlike {
            reasons = List.copyOf(reasons);
        }

        static LookAlike of(ReconciledPair pair) {
            var other = Objects.requireNonNull(pair.right());
            return new LookAlike(other.id(), other.name(), pair.score(), pair.reasons());
        }
    }

    /** Where a code leads. */
    public record Resolved(String code, List<String> facilities) {
        public Resolved {
            facilities = List.copyOf(facilities);
        }
    }
}
