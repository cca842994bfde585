package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.ImportedMap;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.KnownResources;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.resolve.VersionList;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** Where every question is prepared: what the registry knows, what came with the question, what it wishes. */
final class TerminologyDesk {
    private final TerminologyService terminology;
    private final StoredResources stored;
    private final KnownResources known;
    private final SentResourceCache cache = new SentResourceCache();

    TerminologyDesk(TerminologyService terminology, StoredResources stored) {
        this.terminology = terminology;
        this.stored = stored;
        this.known = new RegistryTerminology(terminology, stored, new FhirDefinitions());
    }

    /** Whether the registry has what is under this URL from elsewhere than from editors. */
    boolean isHeldOtherwise(String type, String url) {
        return switch (type) {
            case "CodeSystem" -> !terminology.contents(url).isEmpty();
            case "ValueSet" -> url.equals(Canonicals.LEXICON_VALUE_SET) || url.contains("?fhir_vs");
            default ->
                terminology.maps().find(url, null).isPresent()
                        || Stream.of(MappedSystem.values())
                                .anyMatch(system -> Canonicals.mapUrl(system).equals(url));
        };
    }

    /** Refuses what the engine could not answer with. */
    void requireCompilable(MetadataResource resource) {
        switch (resource) {
            case CodeSystem codeSystem -> {
                if (codeSystem.hasContent() && codeSystem.getContent() == CodeSystemContentMode.NOTPRESENT) {
                    throw FhirProblem.unprocessable(
                            "A code system without content is not stored; its release is imported");
                }
            }
            case ValueSet valueSet -> {
                if (!valueSet.hasCompose() && !valueSet.hasExpansion()) {
                    throw FhirProblem.unprocessable("A value set says what it is composed of, or has an expansion");
                }
            }
            default -> {
                // A map may lead between systems that are not known here.
            }
        }
    }

    /** The value set stored under an id, or the lexicon's own. */
    Optional<ValueSetDefinition> valueSetById(String id) {
        if (id.equals(Canonicals.LEXICON_ID)) {
            return known.valueSets().versionsOf(Canonicals.LEXICON_VALUE_SET).stream()
                    .findFirst();
        }
        return stored.find("ValueSet", id)
                .map(resource -> ValueSetMapping.toDefinition((ValueSet) stored.parse(resource)));
    }

    /** The URL of the code system with an id: one at hand, or one that was stored. */
    Optional<String> codeSystemUrl(String id) {
        return new LoadedSystems(terminology)
                .all().stream()
                        .filter(system -> LoadedSystems.idOf(system).equals(id))
                        .map(CodeSystemSummary::url)
                        .findFirst()
                        .or(() -> stored.find("CodeSystem", id).map(CanonicalResource::url));
    }

    /** The concept map stored, or imported, under an id. */
    Optional<ConceptMapDefinition> mapById(String id) {
        return stored.find("ConceptMap", id)
                .map(resource -> ConceptMapMapping.toDefinition((ConceptMap) stored.parse(resource)))
                .or(() -> ImportedMap.find(terminology, id).flatMap(this::definition));
    }

    private Optional<ConceptMapDefinition> definition(ImportedMap imported) {
        var header = imported.map().header();
        return terminology.maps().definitions().stream()
                .filter(map ->
                        map.url().equals(header.url()) && header.version().equals(map.version()))
                .findFirst();
    }

    Resolution resolution(OperationInput input, TerminologyParameters parameters) {
        return new Resolution(known, cache.compile(sent(input)), parameters);
    }

    private static List<Resource> sent(OperationInput input) {
        var resources = new ArrayList<>(input.resources("tx-resource"));
        resources.addAll(input.resources("codeSystem"));
        return resources;
    }

    /** Answers, with HL7's sentences where the question cannot be answered. */
    static <T> T answering(TerminologyParameters parameters, Function<TerminologyParameters, T> answer) {
        try {
            return answer.apply(parameters);
        } catch (TerminologyProblem problem) {
            throw IssueMapping.toProblem(problem, parameters.httpLanguages());
        }
    }

    /** The code system in the version named, or that the rules say. */
    static CodeSystemContent codeSystem(Resolution resolution, String url, @Nullable String version) {
        return resolution.findByRules(url, version).orElseThrow(() -> {
            var message = version == null
                    ? Message.of("UNKNOWN_CODESYSTEM", url)
                    : Message.of(
                            "UNKNOWN_CODESYSTEM_VERSION", url, version, VersionList.shown(resolution.versions(url)));
            return TerminologyProblem.refused(404, Issue.error("not-found", null, message, "not-found"));
        });
    }

    /** The value set that came with the question, or that it names. */
    static ValueSetDefinition valueSet(OperationInput input, Resolution resolution, @Nullable String version) {
        var sent = input.resource("valueSet", ValueSet.class);
        if (sent.isPresent()) {
            return ValueSetMapping.toDefinition(sent.get());
        }
        var canonical = Canonical.of(input.require("url"));
        var wanted = version == null ? canonical.version() : version;
        return resolution.findValueSet(canonical.url(), wanted).orElseThrow(() -> {
            var message = Message.of("Unable_to_resolve_value_Set_", Canonical.text(canonical.url(), wanted));
            return TerminologyProblem.refused(404, Issue.error("not-found", null, message, "not-found"));
        });
    }
}
