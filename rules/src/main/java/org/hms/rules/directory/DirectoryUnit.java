package org.hms.rules.directory;

import java.util.ArrayList;
import java.util.List;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.DataStore;
import org.drools.ruleunits.api.RuleUnitData;

/** One session: a proposal's facts go in, findings come out. Drools needs it public. */
public final class DirectoryUnit implements RuleUnitData {
    private final DataStore<ProposalFacts> proposals = DataSource.createStore();
    private final List<DirectoryFinding> findings = new ArrayList<>();

    public DataStore<ProposalFacts> getProposals() {
        return proposals;
    }

    public List<DirectoryFinding> getFindings() {
        return findings;
    }
}
