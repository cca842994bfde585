package org.hms.terminology.load.icd11;

import java.util.List;
import org.hms.terminology.system.Icd11Axis;

/** An entity of MMS with its axes, whose values are entities as well; its code is empty where it groups others. */
record Icd11Entity(EntityUrl url, String code, List<Icd11Axis> axes) {
    Icd11Entity {
        axes = List.copyOf(axes);
    }
}
