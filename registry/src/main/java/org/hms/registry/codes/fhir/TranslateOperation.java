package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.hms.terminology.translate.TranslateQuery;
import org.hms.terminology.translate.Translation;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://hl7.org/fhir/R4/conceptmap-operation-translate.html">ConceptMap/$translate</a>, by maps that are sent,
 * stored or imported, and from the lexicon to the systems it is mapped to, and back: with {@code reverse}, or by a code of
 * such a system. A concept that has only a text is understood as words somebody said.
 */
final class TranslateOperation implements FhirHandler {
    private static final Set<String> PARAMETERS = Stream.of(
                    List.of(
                            "url",
                            "conceptMap",
                            "conceptMapVersion",
                            "code",
                            "system",
                            "version",
                            "source",
                            "coding",
                            "codeableConcept",
                            "target",
                            "targetsystem",
                            "reverse",
                            CountedUse.DISTRICT),
                    MapTranslation.R5_NAMES,
                    WishParameters.COMMON)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_CONCEPTS = 10;

    private final TerminologyService terminology;
    private final TerminologyDesk desk;
    private final CountedUse use;

    TranslateOperation(TerminologyService terminology, TerminologyDesk desk, TermUse use) {
        this.terminology = terminology;
        this.desk = desk;
        this.use = new CountedUse(use);
    }

    /** Towards which systems: null where every one answers. */
    private record Direction(
            @Nullable String target, @Nullable MappedSystem map, boolean reverse) {}

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var input = OperationInput.of(request, PARAMETERS);
        var one = request.id() == null ? null : desk.mapById(request.id()).orElse(null);
        var byMaps = request.id() == null || one != null
                ? TerminologyDesk.answering(
                        WishParameters.forShowing(input),
                        wishes -> new MapTranslation(input, desk.resolution(input, wishes), one).answer())
                : Optional.<Parameters>empty();
        if (byMaps.isEmpty()) {
            return FhirAnswer.ok(byLexicon(request, input));
        }
        return FhirAnswer.ok(
                one == null && isAskedOfAll(input) ? withLexicon(byMaps.get(), request, input) : byMaps.get());
    }

    /** Whether no map was named, in the words of R4, in which the lexicon is asked. */
    private static boolean isAskedOfAll(OperationInput input) {
        return !input.has("url")
                && !input.has("conceptMap")
                && MapTranslation.R5_NAMES.stream().noneMatch(input::has);
    }

    /** What the lexicon says besides; where it has no answer to such a question, the maps' answer stands. */
    private Parameters withLexicon(Parameters byMaps, FhirRequest request, OperationInput input) {
        Parameters byLexicon;
        try {
            byLexicon = byLexicon(request, input);
        } catch (FhirProblem _) {
            return byMaps;
        }
        var both = new Parameters()
                .addParameter("result", byMaps.getParameterBool("result") || byLexicon.getParameterBool("result"));
        if (!both.getParameterBool("result")) {
            var message = byLexicon.getParameter("message") == null ? byMaps : byLexicon;
            both.addParameter("message", message.getParameter("message").primitiveValue());
        }
        Stream.of(byMaps, byLexicon)
                .flatMap(answer -> answer.getParameter().stream())
                .filter(parameter -> parameter.getName().equals("match"))
                .forEach(both::addParameter);
        return both;
    }

    private Parameters byLexicon(FhirRequest request, OperationInput input) {
        var direction = new Direction(target(input), map(request, input), input.flag("reverse"));
        var concept = input.concept("codeableConcept");
        var queries = concept.isPresent()
                ? queries(concept.get(), direction)
                : List.of(query(AskedCoding.of(input, "code", "coding"), direction));
        var district = use.district(input);
        var translations = queries.stream().map(terminology::translate).toList();
        var answer = TerminologyMapping.toParameters(
                joined(translations), queries.stream().anyMatch(this::asksAboutFolkIllness));
        queries.forEach(query -> count(query, district, request.caller().subject()));
        return answer;
    }

    /** Words count for the best concept they name; those that name none are what the lexicon lacks. */
    private void count(TranslateQuery query, @Nullable String district, String caller) {
        switch (query) {
            case TranslateQuery.OfConcept(var conceptId, var _) ->
                terminology
                        .findConcept(conceptId)
                        .ifPresent(concept -> use.lookedUp(SystemUri.LEXICON, concept.id(), district));
            case TranslateQuery.OfWords words -> {
                var best = terminology.search(TermQuery.of(words.text(), 1)).stream()
                        .filter(TermHit::isAnswer)
                        .findFirst();
                use.use().asked(caller, words.text(), words.language(), best.isPresent());
                best.ifPresent(hit -> use.lookedUp(SystemUri.LEXICON, hit.conceptId(), district));
            }
            case TranslateQuery.OfCode _ -> {
                // A code of another system names no word of the lexicon.
            }
        }
    }

    private static @Nullable MappedSystem map(FhirRequest request, OperationInput input) {
        var url = input.text("url");
        if (request.id() == null && url == null) {
            return null;
        }
        return Stream.of(MappedSystem.values())
                .filter(system -> request.id() == null
                        ? Canonicals.mapUrl(system)
                                .equals(Canonicals.Reference.of(url == null ? "" : url, null)
                                        .url())
                        : Canonicals.mapId(system).equals(request.id()))
                .findFirst()
                .orElseThrow(() -> FhirProblem.notFound("No such ConceptMap is known"));
    }

    /** The system whose codes are wanted; a value set stands for its system. */
    private static @Nullable String target(OperationInput input) {
        var system = input.text("targetsystem");
        var valueSet = input.text("target");
        var asked = system == null && valueSet != null ? withoutValueSet(valueSet) : system;
        if (asked != null
                && !asked.equals(SystemUri.LEXICON)
                && Stream.of(MappedSystem.values())
                        .noneMatch(known -> known.url().equals(asked))) {
            throw FhirProblem.notFound("No ConceptMap leads to this target")
                    .at(OperationInput.place(system == null ? "target" : "targetsystem"));
        }
        return asked;
    }

    private static String withoutValueSet(String url) {
        return url.equals(Canonicals.LEXICON_VALUE_SET) ? SystemUri.LEXICON : url.replaceFirst("(\\?fhir_vs|/vs)$", "");
    }

    private static List<TranslateQuery> queries(CodeableConcept concept, Direction direction) {
        var queries = new ArrayList<TranslateQuery>();
        concept.getCoding().stream()
                .map(coding -> AskedCoding.of(coding, "codeableConcept"))
                .filter(coding -> coding.system() != null && isKnown(coding.system()))
                .forEach(coding -> queries.add(query(coding, direction)));
        if (queries.isEmpty() && concept.hasText() && !direction.reverse()) {
            queries.add(new TranslateQuery.OfWords(concept.getText(), null, forwards(direction), MOST_CONCEPTS));
        }
        if (queries.isEmpty()) {
            throw FhirProblem.notFound("The concept has neither a text nor a coding that a ConceptMap leads from");
        }
        return queries;
    }

    private static boolean isKnown(String system) {
        return system.equals(SystemUri.LEXICON) || sourceOf(system) != null;
    }

    private static TranslateQuery query(AskedCoding coding, Direction direction) {
        var system = coding.requireSystem();
        if (system.equals(SystemUri.LEXICON)) {
            if (direction.reverse()) {
                throw FhirProblem.invalid(
                        "With reverse, the code is of a system that the lexicon is mapped to",
                        OperationInput.place("reverse"));
            }
            return new TranslateQuery.OfConcept(coding.code(), forwards(direction));
        }
        var source = sourceOf(system);
        if (source == null) {
            throw FhirProblem.notFound("No ConceptMap leads from this system").at(OperationInput.place("system"));
        }
        // R4 lets reverse turn source and target round, so the target may name the system of the code itself.
        var towardsLexicon = direction.target() == null
                || direction.target().equals(SystemUri.LEXICON)
                || (direction.reverse() && direction.target().equals(system));
        var byThisMap = direction.map() == null || (direction.reverse() && direction.map() == source);
        if (!towardsLexicon || !byThisMap) {
            throw FhirProblem.notFound("No ConceptMap leads from this system to this target");
        }
        return new TranslateQuery.OfCode(Coding.of(system, coding.code()));
    }

    private static @Nullable MappedSystem sourceOf(String system) {
        return Stream.of(MappedSystem.values())
                .filter(known -> known.url().equals(system))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String forwards(Direction direction) {
        var map = direction.map();
        var target = direction.target();
        if (map != null && target != null && !target.equals(map.url())) {
            throw FhirProblem.invalid("The ConceptMap and the target name two systems", OperationInput.place("url"));
        }
        if (SystemUri.LEXICON.equals(target)) {
            throw FhirProblem.notFound("No ConceptMap leads from the lexicon to itself");
        }
        return map == null ? target : map.url();
    }

    private static Translation joined(List<Translation> translations) {
        return translations.size() == 1
                ? translations.getFirst()
                : new Translation(
                        translations.stream().anyMatch(Translation::result),
                        translations.stream()
                                .flatMap(translation -> translation.matches().stream())
                                .toList(),
                        null);
    }

    private boolean asksAboutFolkIllness(TranslateQuery query) {
        return query instanceof TranslateQuery.OfConcept(var conceptId, var _)
                && terminology
                        .findConcept(conceptId)
                        .filter(Concept::isFolkIllness)
                        .isPresent();
    }
}
