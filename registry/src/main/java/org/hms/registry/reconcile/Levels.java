package org.hms.registry.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comparisons of two facilities and their levels, each from the strongest agreement down to anything else. */
final class Levels {

    static final String NAME = "name";
    static final String NUMBER = "number";
    static final String TYPE = "type";
    static final String TERRITORY = "territory";
    static final String DISTANCE = "distance";
    static final String PHONE = "phone";
    static final String OWNERSHIP = "ownership";

    private Levels() {}

    /** Core words: the same; the same but for spelling; the same but for words that place it; one name part of the other. */
    enum Name {
        EXACT,
        SPELLING,
        QUALIFIED,
        CONTAINED,
        MOST,
        SOME,
        ELSE
    }

    /** Numbers in the name: the same; one has a first more, which was alone before; one has another more; two others. */
    enum Number {
        SAME,
        FIRST,
        ONE_SIDED,
        ELSE
    }

    /** The same type; one that the other may have become; of one kind as far as they say. */
    enum Type {
        SAME,
        UPGRADED,
        KINDRED,
        ELSE
    }

    /**
     * One district; one carved out of the other; near ones; one department where a list says no more; two districts of one
     * department, or of the capital and the department around it.
     */
    enum Territory {
        DISTRICT,
        CARVED,
        NEAR,
        DEPARTMENT_ONLY,
        DEPARTMENT,
        ELSE
    }

    enum Distance {
        UNDER_300_M,
        UNDER_2_KM,
        UNDER_10_KM,
        UNDER_50_KM,
        ELSE
    }

    enum Agreement {
        SAME,
        ELSE
    }

    static Map<String, List<? extends Enum<?>>> all() {
        var all = new LinkedHashMap<String, List<? extends Enum<?>>>();
        all.put(NAME, List.of(Name.values()));
        all.put(NUMBER, List.of(Number.values()));
        all.put(TYPE, List.of(Type.values()));
        all.put(TERRITORY, List.of(Territory.values()));
        all.put(DISTANCE, List.of(Distance.values()));
        all.put(PHONE, List.of(Agreement.values()));
        all.put(OWNERSHIP, List.of(Agreement.values()));
        return all;
    }
}
