package org.hms.rules.directory;

import java.util.Comparator;
import java.util.List;
import org.drools.ruleunits.api.RuleUnitProvider;

/** Findings on a proposed change of a facility. Any number of threads may ask. */
public final class DirectoryPolicy {

    /** All findings, by rule id. */
    public List<DirectoryFinding> findings(ProposalFacts proposal) {
        var unit = new DirectoryUnit();
        unit.getProposals().add(proposal);
        try (var session = RuleUnitProvider.get().createRuleUnitInstance(unit)) {
            session.fire();
        }
        return unit.getFindings().stream()
                .sorted(Comparator.comparing(DirectoryFinding::ruleId))
                .toList();
    }
}
