package org.hms.registry.codes.fhir;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hms.registry.codes.ClosureStore;
import org.hms.registry.codes.ClosureStore.Closure;
import org.hms.registry.codes.ClosureStore.Entry;
import org.hms.registry.codes.ClosureStore.Told;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.resolve.Resolution;

/**
 * <a href="https://hl7.org/fhir/R4/conceptmap-operation-closure.html">$closure</a>: a client names its concepts as it meets
 * them and is told which of them subsume which; with a version, what it has missed since.
 */
final class ClosureOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Stream.concat(
                    Stream.of("name", "concept", "version"), WishParameters.COMMON.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST = 10_000;

    private final TerminologyDesk desk;
    private final ClosureStore closures;
    private final InstantSource clock;

    ClosureOperation(TerminologyDesk desk, ClosureStore closures, InstantSource clock) {
        this.desk = desk;
        this.closures = closures;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        // A closure is its caller's own, so that nobody reads or spoils another's.
        var name = request.caller().subject() + " " + input.require("name");
        var concepts = input.codings("concept");
        var since = input.text("version");
        if (since != null && !concepts.isEmpty()) {
            throw FhirProblem.invalid("Either concepts are added or what came since a version is asked for, not both");
        }
        if (since != null) {
            var closure = require(name);
            return answer(input.require("name"), closure, since(since));
        }
        if (concepts.isEmpty()) {
            closures.begin(name, clock.instant());
            return answer(input.require("name"), new Closure(List.of(), List.of()), 0);
        }
        return TerminologyDesk.answering(
                WishParameters.forShowing(input), wishes -> add(name, input, concepts, desk.resolution(input, wishes)));
    }

    private Closure require(String name) {
        return closures.find(name)
                .orElseThrow(
                        () -> FhirProblem.notFound("No closure of this name was begun; begin it with its name alone"));
    }

    private static int since(String version) {
        if (!version.matches("\\d{1,9}")) {
            throw FhirProblem.invalid("The version is one that an answer has given", OperationInput.place("version"));
        }
        return Integer.parseInt(version);
    }

    private FhirAnswer add(String name, OperationInput input, List<Coding> asked, Resolution resolution) {
        var closure = require(name);
        var version = closure.version() + 1;
        var fresh = fresh(closure, asked, version);
        if (closure.concepts().size() + fresh.size() > MOST) {
            throw FhirProblem.tooCostly("A closure has no more than " + MOST + " concepts");
        }
        var all = Stream.concat(closure.concepts().stream(), fresh.stream()).toList();
        var entries = entries(all, version, resolution);
        if (!fresh.isEmpty() && !closures.add(name, fresh, entries)) {
            throw FhirProblem.conflict("The closure was changed by another question at the same time");
        }
        return answer(input.require("name"), new Closure(all, entries), version - 1);
    }

    private static List<Told> fresh(Closure closure, List<Coding> asked, int version) {
        var fresh = new ArrayList<Told>();
        for (var coding : asked) {
            if (!coding.hasSystem() || !coding.hasCode()) {
                throw FhirProblem.required("A concept has a system and a code", OperationInput.place("concept"));
            }
            var told = new Told(coding.getSystem(), coding.getCode(), version);
            var known = Stream.concat(closure.concepts().stream(), fresh.stream())
                    .anyMatch(other ->
                            other.system().equals(told.system()) && other.code().equals(told.code()));
            if (!known) {
                fresh.add(told);
            }
        }
        return fresh;
    }

    /** Which concept subsumes which, of all pairs with at least one that is new. */
    private static List<Entry> entries(List<Told> concepts, int version, Resolution resolution) {
        var entries = new ArrayList<Entry>();
        var bySystem =
                concepts.stream().collect(Collectors.groupingBy(Told::system, LinkedHashMap::new, Collectors.toList()));
        bySystem.forEach((system, told) -> {
            if (told.stream().noneMatch(concept -> concept.version() == version)) {
                return;
            }
            var content = TerminologyDesk.codeSystem(resolution, system, null);
            for (var concept : told) {
                var ordinal = content.find(concept.code());
                if (ordinal < 0) {
                    throw FhirProblem.codeInvalid(422, "The code system lacks one of the concepts");
                }
                var ancestors = content.ancestors(ordinal);
                told.stream()
                        .filter(other -> other.version() == version || concept.version() == version)
                        .filter(other -> ancestors.contains(Math.max(content.find(other.code()), 0))
                                && content.find(other.code()) >= 0)
                        .forEach(other -> entries.add(new Entry(system, concept.code(), other.code(), version)));
            }
        });
        return entries;
    }

    private FhirAnswer answer(String name, Closure closure, int after) {
        var map = new ConceptMap()
                .setVersion(Integer.toString(closure.version()))
                .setName(name)
                .setStatus(PublicationStatus.ACTIVE)
                .setExperimental(true)
                .setDate(Date.from(clock.instant()));
        closure.entries().stream()
                .filter(entry -> entry.version() > after)
                .sorted(Comparator.comparing(Entry::system).thenComparing(Entry::code))
                .forEach(entry -> add(map, entry));
        return FhirAnswer.ok(map);
    }

    private static void add(ConceptMap map, Entry entry) {
        var group = map.getGroup().stream()
                .filter(other -> other.getSource().equals(entry.system()))
                .findFirst()
                .orElseGet(() -> map.addGroup().setSource(entry.system()).setTarget(entry.system()));
        var element = group.getElement().stream()
                .filter(other -> other.getCode().equals(entry.code()))
                .findFirst()
                .orElseGet(() -> group.addElement().setCode(entry.code()));
        element.addTarget().setCode(entry.ancestor()).setEquivalence(ConceptMapEquivalence.SUBSUMES);
    }
}
