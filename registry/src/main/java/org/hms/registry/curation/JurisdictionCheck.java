package org.hms.registry.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.Outline;
import org.jspecify.annotations.Nullable;

/** The rules of the two hierarchies; each finding is told with its number, the field and a sentence. */
final class JurisdictionCheck {

    /** How many dependents are named. */
    private static final int MOST_NAMED = 20;

    private final DirectoryStore<Jurisdiction> store;
    private final PlaceDirectory places;
    private final CurationStore referring;

    JurisdictionCheck(DirectoryStore<Jurisdiction> store, PlaceDirectory places, CurationStore referring) {
        this.store = store;
        this.places = places;
        this.referring = referring;
    }

    /** Refuses what breaks a rule, all of it named; what is new has no current version. */
    void require(Jurisdiction next, @Nullable Jurisdiction current) {
        var findings = new ArrayList<Place>();
        identity(next, current, findings);
        parent(next, findings);
        taken(next, findings);
        var centre = next.centre();
        if (centre != null && ProposalCheck.isOutside(centre)) {
            findings.add(new Place("position", "JUR-08 El centro está fuera del país."));
        }
        var boundary = next.boundary();
        if (boundary != null && Outline.of(boundary).points().stream().anyMatch(ProposalCheck::isOutside)) {
            findings.add(new Place("boundary", "JUR-11 El contorno sale del país."));
        }
        if (!findings.isEmpty()) {
            throw new CurationRefused(Fault.UNFIT, "Findings forbid that this be published", findings);
        }
        if (next.closed() && current != null && current.active()) {
            requireNoDependents(next);
        }
    }

    private void identity(Jurisdiction next, @Nullable Jurisdiction current, List<Place> findings) {
        if (next.level() == JurisdictionLevel.COUNTRY && (current == null || next.closed())) {
            findings.add(new Place("level", "JUR-01 El país no se crea ni se cierra."));
        }
        if (next.code().filter(next.level()::takesCode).isEmpty()) {
            findings.add(new Place("code", "JUR-02 Falta el código de este nivel, o no tiene su forma."));
        }
        if (current != null
                && (current.level() != next.level() || !current.code().equals(next.code()))) {
            findings.add(new Place("code", "JUR-03 El nivel y el código de una jurisdicción o red no cambian."));
        } else if (current == null && store.find(next.id()).isPresent()) {
            findings.add(new Place("code", "JUR-07 Otra jurisdicción o red ya lleva este código."));
        }
    }

    private void parent(Jurisdiction next, List<Place> findings) {
        if (next.parent() == null) {
            return;
        }
        var parent = store.find(next.parent()).orElse(null);
        if (parent == null || (parent.content().closed() && !next.closed())) {
            findings.add(new Place("parent", "JUR-04 Aquello de lo que depende no existe o está cerrado."));
            return;
        }
        var above = parent.content();
        if (!next.level().isPartOf(above.level())) {
            findings.add(new Place(
                    "parent",
                    "JUR-05 El nivel " + next.level().display() + " no depende del nivel "
                            + above.level().display() + "."));
        }
        if (isBelow(above, next.id())) {
            findings.add(new Place("parent", "JUR-06 No puede depender de sí misma ni de lo que depende de ella."));
        }
        if (next.level() == JurisdictionLevel.DISTRICT
                && above.level() == JurisdictionLevel.DEPARTMENT
                && !next.code().orElse("").startsWith(above.code().orElse(""))) {
            findings.add(new Place("code", "JUR-09 El código de un distrito empieza con el de su departamento."));
        }
    }

    /** Whether one is, or lies anywhere below, the other. */
    private boolean isBelow(Jurisdiction lower, String upper) {
        var seen = new HashSet<String>();
        for (@Nullable Jurisdiction step = lower; step != null && seen.add(step.id()); ) {
            if (step.id().equals(upper)) {
                return true;
            }
            var parent = step.parent();
            var above = parent == null ? null : store.find(parent).orElse(null);
            step = above == null ? null : above.content();
        }
        return false;
    }

    private void taken(Jurisdiction next, List<Place> findings) {
        next.identifiers().stream()
                .filter(known -> isBorneByAnother(known, next.id()))
                .map(known ->
                        new Place("code", "JUR-07 Otra jurisdicción o red ya lleva el código " + known.value() + "."))
                .forEach(findings::add);
    }

    private boolean isBorneByAnother(DirectoryIdentifier known, String id) {
        var wanted = new EntryCondition.Wanted(known.system(), known.value());
        var bearers = new PlaceCondition.Entry(new EntryCondition.HasIdentifier(List.of(wanted)));
        return places.find(new PlaceQuery(List.of(bearers), 2, 0)).page().stream()
                .anyMatch(found -> !found.place().id().equals(id));
    }

    private void requireNoDependents(Jurisdiction next) {
        var dependents = Stream.concat(
                        Stream.of(
                                        new PlaceCondition.LiesIn(List.of(next.id())),
                                        new PlaceCondition.IsManagedBy(List.of(next.id())))
                                .flatMap(this::active),
                        referring.referring(List.of(next.id())).care().stream()
                                .map(entry -> entry.content().id()))
                .distinct()
                .toList();
        if (!dependents.isEmpty()) {
            var named = new ArrayList<Place>();
            dependents.stream()
                    .limit(MOST_NAMED)
                    .map(one -> new Place("status", "JUR-10 No se cierra, porque depende de ella: " + one))
                    .forEach(named::add);
            if (dependents.size() > MOST_NAMED) {
                named.add(new Place("status", "JUR-10 No se cierra, porque dependen de ella otras más."));
            }
            throw new CurationRefused(Fault.CONFLICT, "Others hang on it", named);
        }
    }

    private Stream<String> active(PlaceCondition condition) {
        var works = new PlaceCondition.Entry(new EntryCondition.IsActive(List.of(true)));
        return places.find(new PlaceQuery(List.of(works, condition), MOST_NAMED + 1, 0)).page().stream()
                .map(found -> found.place().id() + " "
                        + found.place().entry().names().getFirst().text());
    }
}
