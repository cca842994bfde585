package org.hms.rules.quality;

import java.util.ArrayList;
import java.util.List;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.DataStore;
import org.drools.ruleunits.api.RuleUnitData;

/** One session: a person's facts go in, findings come out. Drools needs it public. */
public final class QualityUnit implements RuleUnitData {
    private final DataStore<PersonFacts> persons = DataSource.createStore();
    private final List<Finding> findings = new ArrayList<>();

    public DataStore<PersonFacts> getPersons() {
        return persons;
    }

    public List<Finding> getFindings() {
        return findings;
    }
}
