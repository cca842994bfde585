package org.hms.registry.codes.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSummary;
import org.jspecify.annotations.Nullable;

/** The code systems at hand as FHIR asks for them: by canonical URL and version, never by a short name. */
record LoadedSystems(TerminologyService terminology) {

    /** Each version once; where one was imported twice, what was imported last. */
    List<CodeSystemSummary> all() {
        var latest = new LinkedHashMap<String, CodeSystemSummary>();
        terminology.codeSystems().forEach(system -> latest.put(system.url() + '|' + system.version(), system));
        return List.copyOf(latest.values());
    }

    /** The version wanted, or the current one when none is named. */
    Optional<CodeSystemSummary> find(String url, @Nullable String version) {
        return all().stream()
                .filter(system -> system.url().equals(url))
                .filter(system ->
                        version == null ? system.current() : system.version().equals(version))
                .findFirst();
    }

    CodeSystemSummary require(String url, @Nullable String version) {
        return find(url, version)
                .orElseThrow(() -> FhirProblem.notFound(
                        version == null
                                ? "This code system is not at hand"
                                : "This version of the code system is not at hand"));
    }

    static boolean isLexicon(CodeSystemSummary system) {
        return system.url().equals(SystemUri.LEXICON);
    }

    static String idOf(CodeSystemSummary system) {
        return isLexicon(system)
                ? Canonicals.LEXICON_ID
                : Canonicals.idOf(
                        MappedSystem.find(system.url())
                                .map(MappedSystem::shortName)
                                .orElseGet(system::title),
                        system.version());
    }

    static String nameOf(CodeSystemSummary system) {
        return isLexicon(system) ? Canonicals.LEXICON_NAME : Canonicals.nameOf(system.title());
    }
}
