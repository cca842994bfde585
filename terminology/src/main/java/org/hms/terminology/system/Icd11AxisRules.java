package org.hms.terminology.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hms.terminology.content.CodeSystemContent;

/**
 * What the axes of a stem code say of one group of a cluster. An extension code is a value of an axis of the stem, or of an
 * axis of another extension code that is one: the side of a part of the body. Where several axes could have it, that it can be
 * given to one of them without another value standing there suffices.
 */
final class Icd11AxisRules {
    /** A place that one value takes: an axis, or a block of its values. */
    private record Slot(String owner, Icd11Axis axis, String block) {}

    private final CodeSystemContent codes;
    private final Icd11Cluster.Group group;
    private final List<Icd11Axis> ownAxes;
    /** The extension codes that are values of axes, in the order in which they were met, with the places they can take. */
    private final Map<String, List<Slot>> slots = new LinkedHashMap<>();

    Icd11AxisRules(CodeSystemContent codes, Icd11Cluster.Group group, List<Icd11Axis> ownAxes) {
        this.codes = codes;
        this.group = group;
        this.ownAxes = ownAxes;
        reach(group.stem(), ownAxes);
    }

    /** Follows the axes of the stem, and those of the values that are found on the way. */
    private void reach(String owner, List<Icd11Axis> axes) {
        var met = new ArrayList<String>();
        for (var extension : group.extensions()) {
            if (extension.equals(owner)) {
                continue;
            }
            for (var axis : axes) {
                if (holds(axis, extension)) {
                    slots.computeIfAbsent(extension, first -> {
                                met.add(first);
                                return new ArrayList<>();
                            })
                            .add(new Slot(owner, axis, block(axis, extension)));
                }
            }
        }
        for (var extension : met) {
            reach(extension, Icd11Axes.find(codes, codes.find(extension)).orElse(List.of()));
        }
    }

    /** The extension codes that no axis has. */
    List<String> strangers() {
        return group.extensions().stream()
                .filter(extension -> !slots.containsKey(extension))
                .toList();
    }

    /** What an axis that takes one value, or one of a block, has too many of. */
    Optional<String> findTooMany() {
        var taken = new HashMap<Slot, String>();
        for (var extension : slots.keySet()) {
            if (!place(extension, taken, new HashSet<>())) {
                var slot = slots.get(extension).getFirst();
                return Optional.of("Of " + taken.get(slot) + " and " + extension + ", the axis "
                        + slot.axis().name() + " of " + slot.owner() + " takes one");
            }
        }
        return Optional.empty();
    }

    /** Gives the extension code a place; whoever stands there moves on, if there is another place for it. */
    private boolean place(String extension, Map<Slot, String> taken, Set<Slot> tried) {
        var possible = slots.getOrDefault(extension, List.of());
        if (possible.stream().anyMatch(slot -> slot.axis().multiplicity() == Icd11Axis.Multiplicity.MANY)) {
            return true;
        }
        for (var slot : possible) {
            if (tried.add(slot)) {
                var other = taken.get(slot);
                if (other == null || place(other, taken, tried)) {
                    taken.put(slot, extension);
                    return true;
                }
            }
        }
        return false;
    }

    /** A required axis without a value; a value may also be another stem code of the cluster. */
    Optional<String> findMissing(List<String> otherStems) {
        return ownAxes.stream()
                .filter(Icd11Axis::required)
                .filter(axis -> group.extensions().stream().noneMatch(code -> holds(axis, code)))
                .filter(axis -> otherStems.stream().noneMatch(code -> holds(axis, code)))
                .map(axis -> "The code " + group.stem() + " says too little without a value of its axis " + axis.name())
                .findFirst();
    }

    private boolean holds(Icd11Axis axis, String code) {
        return axis.values().stream().anyMatch(value -> isSameOrUnder(value, code));
    }

    private boolean isSameOrUnder(String above, String code) {
        return codes.subsumes(codes.find(above), codes.find(code));
    }

    /** What is named as values are the blocks; where one thing alone is named, what stands directly beneath it. */
    private String block(Icd11Axis axis, String code) {
        if (axis.multiplicity() != Icd11Axis.Multiplicity.ONE_OF_A_BLOCK) {
            return "";
        }
        var value = axis.values().stream()
                .filter(one -> isSameOrUnder(one, code))
                .findFirst()
                .orElseThrow();
        if (axis.values().size() > 1) {
            return value;
        }
        var block = codes.find(code);
        var top = codes.find(value);
        while (block != top && codes.parents(block)[0] != top) {
            block = codes.parents(block)[0];
        }
        return codes.code(block);
    }
}
