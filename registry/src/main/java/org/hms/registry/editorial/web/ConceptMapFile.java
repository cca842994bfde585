package org.hms.registry.editorial.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hms.registry.web.FhirXmlTree;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.exchange.MappingReading;
import org.hms.terminology.rdf.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a FHIR R4 ConceptMap, in JSON or XML, whose source is the lexicon. Ours say in an extension all that was curated;
 * of others the equivalence and the comment are read.
 */
final class ConceptMapFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVIDENCE = "/StructureDefinition/mapping-evidence";
    private static final int MOST_FINDINGS = 20_000;

    private final List<ConceptMapping> mappings = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final String author;

    private ConceptMapFile(String author) {
        this.author = author;
    }

    static MappingReading readXml(byte[] xml) {
        return read(FhirXmlTree.read(xml));
    }

    static MappingReading readJson(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            var place =
                    e.getLocation() == null ? "file" : "line " + e.getLocation().getLineNr();
            return new MappingReading(List.of(), List.of(), List.of(new Finding(place, "", "The file is no JSON")));
        }
    }

    private static MappingReading read(JsonNode map) {
        if (!map.path("resourceType").asText().equals("ConceptMap")) {
            return new MappingReading(
                    List.of(), List.of(), List.of(new Finding("file", "", "The file holds no ConceptMap")));
        }
        var publisher = map.path("publisher").asText();
        var file = new ConceptMapFile(
                publisher.isBlank() ? "ConceptMap " + map.path("url").asText() : publisher);
        for (var at = 0; at < map.path("group").size(); at++) {
            file.readGroup("ConceptMap.group[" + at + "]", map.path("group").path(at));
        }
        return new MappingReading(file.mappings, file.places, file.findings);
    }

    private void readGroup(String place, JsonNode group) {
        if (!group.path("source").asText().equals(SystemUri.LEXICON)) {
            find(place + ".source", "The source is not the lexicon, " + SystemUri.LEXICON);
            return;
        }
        var system = group.path("target").asText();
        for (var at = 0; at < group.path("element").size(); at++) {
            var element = group.path("element").path(at);
            var targets = element.path("target");
            for (var number = 0; number < targets.size(); number++) {
                var where = place + ".element[" + at + "].target[" + number + "]";
                read(where, element.path("code").asText(), system, targets.path(number));
            }
        }
    }

    private void read(String place, String concept, String system, JsonNode target) {
        try {
            mappings.add(new ConceptMapping(
                    concept, Coding.of(system, target.path("code").asText()), relation(target), evidence(target)));
            places.add(place);
        } catch (IllegalArgumentException | DateTimeException e) {
            find(place, String.valueOf(e.getMessage()));
        }
    }

    private static MappingRelation relation(JsonNode target) {
        var curated = stated(target, "relation");
        if (curated != null) {
            return Arrays.stream(MappingRelation.values())
                    .filter(relation -> relation.skosName().equals(curated))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The relation is no SKOS mapping relation"));
        }
        return MappingRelation.ofFhirEquivalence(target.path("equivalence").asText())
                .orElseThrow(() -> new IllegalArgumentException("The equivalence says no relation that is read here"));
    }

    private MappingEvidence evidence(JsonNode target) {
        var justification = stated(target, "justification");
        if (justification == null) {
            var comment = target.path("comment").asText();
            return new MappingEvidence(
                    MappingEvidence.MANUAL_CURATION,
                    author,
                    "FHIR ConceptMap",
                    Confidence.MEDIUM,
                    comment.isBlank() ? null : comment);
        }
        return new MappingEvidence(
                justification,
                needed(target, "author"),
                needed(target, "source"),
                Confidence.ofWord(needed(target, "confidence"))
                        .orElseThrow(() -> new IllegalArgumentException("The confidence is high, medium or low")),
                stated(target, "comment"),
                review(target));
    }

    private static @Nullable MappingReview review(JsonNode target) {
        var reviewer = stated(target, "reviewer");
        return reviewer == null
                ? null
                : new MappingReview(reviewer, LocalDate.parse(needed(target, "reviewed")), stated(target, "tool"));
    }

    private static String needed(JsonNode target, String name) {
        var value = stated(target, name);
        if (value == null) {
            throw new IllegalArgumentException("The evidence does not say its " + name);
        }
        return value;
    }

    /** What the extension of curated evidence says. */
    private static @Nullable String stated(JsonNode target, String name) {
        for (var extension : target.path("extension")) {
            if (extension.path("url").asText().endsWith(EVIDENCE)) {
                for (var part : extension.path("extension")) {
                    if (part.path("url").asText().equals(name)) {
                        return value(part);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String value(JsonNode part) {
        for (var type : List.of("valueCode", "valueString", "valueDate")) {
            if (part.has(type)) {
                return part.path(type).asText();
            }
        }
        return null;
    }

    private void find(String place, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(place, "", message));
        }
    }
}
