package org.hms.registry.codes.fhir;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CapabilityStatementKind;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CodeSearchSupport;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesCodeSystemComponent;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.ask.Versions;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSummary;

/** What {@code metadata?mode=terminology} answers: which versions are at hand now, and what can be done with them. */
final class TerminologyStatement implements Function<String, Resource> {
    private static final String VERSION = "1";

    /** Readers of later FHIR versions take no other languages here than those FHIR lists; Guaraní is not among them. */
    private static final Set<String> COMMON_LANGUAGES = Set.of("de", "en", "es", "fr", "it", "nl", "pt", "pt-BR");

    private final TerminologyService terminology;
    private final StoredResources stored;
    private final Date since;

    TerminologyStatement(TerminologyService terminology, StoredResources stored, InstantSource clock) {
        this.terminology = terminology;
        this.stored = stored;
        this.since = Date.from(clock.instant());
    }

    @Override
    public Resource apply(String base) {
        var statement = new TerminologyCapabilities()
                .setUrl(base + "/metadata?mode=terminology")
                .setVersion(VERSION)
                .setName("HmsRegistryTerminology")
                .setTitle("HMS Registry")
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(since)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setCodeSearch(CodeSearchSupport.ALL);
        statement.getImplementation().setDescription("HMS Registry").setUrl(base);
        var systems = new LoadedSystems(terminology).all();
        systems.forEach(system -> addVersion(known(statement, system.url()), system, isNewest(system, systems)));
        for (var system : stored.list("CodeSystem")) {
            var known = known(statement, system.url());
            if (system.businessVersion() != null) {
                known.addVersion().setCode(system.businessVersion());
            }
        }
        var expansion =
                statement.getExpansion().setHierarchical(true).setPaging(true).setIncomplete(false);
        Stream.concat(ExpandOperation.UNDERSTOOD.stream(), WishParameters.COMMON.stream())
                .sorted()
                .forEach(parameter -> expansion.addParameter().setName(parameter));
        statement.getValidateCode().setTranslations(true);
        statement.getTranslation().setNeedsMap(false);
        return statement;
    }

    /** What answers where no version is named. */
    private static boolean isNewest(CodeSystemSummary system, List<CodeSystemSummary> systems) {
        return systems.stream()
                .filter(other -> other.url().equals(system.url()))
                .noneMatch(other -> Versions.ORDER.compare(other.version(), system.version()) > 0);
    }

    private static TerminologyCapabilitiesCodeSystemComponent known(TerminologyCapabilities statement, String url) {
        return statement.getCodeSystem().stream()
                .filter(other -> url.equals(other.getUri()))
                .findFirst()
                .orElseGet(() -> statement.addCodeSystem().setUri(url));
    }

    private static void addVersion(
            TerminologyCapabilitiesCodeSystemComponent known, CodeSystemSummary system, boolean isDefault) {
        var version = known.setSubsumption(true)
                .addVersion()
                .setCode(system.version())
                .setIsDefault(isDefault)
                .setCompositional(SystemUri.isCompositional(system.url()));
        if (COMMON_LANGUAGES.contains(system.language())) {
            version.addLanguage(system.language());
        }
    }
}
