package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.ask.TerminologyParameters;
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
    private final KnownResources known;
    private final SentResourceCache cache = new SentResourceCache();

    TerminologyDesk(TerminologyService terminology) {
        this.terminology = terminology;
        this.known = new RegistryTerminology(terminology, new FhirDefinitions());
    }

    /** The code systems at hand, each version once. */
    List<CodeSystemSummary> codeSystems() {
        return new LoadedSystems(terminology).all();
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
