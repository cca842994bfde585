package org.hms.rules.survivorship;

import java.util.ArrayList;
import java.util.List;
import org.drools.ruleunits.api.DataSource;
import org.drools.ruleunits.api.DataStore;
import org.drools.ruleunits.api.RuleUnitData;

/** One session: the rival claims of many fields go in, what was set aside comes out. Drools needs it public. */
public final class SurvivorshipUnit implements RuleUnitData {
    private final DataStore<Rival> rivals = DataSource.createStore();
    private final List<SetAside> setAside = new ArrayList<>();

    public DataStore<Rival> getRivals() {
        return rivals;
    }

    public List<SetAside> getSetAside() {
        return setAside;
    }
}
