package org.hms.rules.linkage;

import java.util.ArrayList;
import java.util.List;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.DataStore;
import org.drools.ruleunits.api.RuleUnitData;

/** One session of the guards: pairs go in, judgements come out. Drools needs it public. */
public final class LinkageUnit implements RuleUnitData {
    private final DataStore<ComparedPair> pairs = DataSource.createStore();
    private final List<Judgement> judgements = new ArrayList<>();

    public DataStore<ComparedPair> getPairs() {
        return pairs;
    }

    public List<Judgement> getJudgements() {
        return judgements;
    }
}
