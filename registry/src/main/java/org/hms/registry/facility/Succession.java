package org.hms.registry.facility;

import java.util.List;

/** Which facilities a facility came out of, and which followed it when it was merged or divided. */
public record Succession(List<String> predecessors, List<String> successors) {

    /** Of a facility that is nobody's heir and has none. */
    public static final Succession NONE = new Succession(List.of(), List.of());

    public Succession {
        predecessors = predecessors.stream().distinct().toList();
        successors = successors.stream().distinct().toList();
    }
}
