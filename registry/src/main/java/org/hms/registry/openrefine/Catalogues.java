package org.hms.registry.openrefine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;

/** The catalogues by the path under which each is offered. */
public final class Catalogues {

    private static final String TERMS = "terms/";

    private final Map<String, EntityCatalogue> byPath = new HashMap<>();

    public Catalogues(FacilityCatalogue facilities, ProviderCatalogue providers, TerminologyService terminology) {
        byPath.put("facilities", facilities);
        byPath.put("providers", providers);
        byPath.put(TERMS + "lexicon", new LexiconCatalogue(terminology));
        for (var system : MappedSystem.values()) {
            byPath.put(TERMS + system.shortName(), new CodeSystemCatalogue(terminology, system.url(), system.title()));
        }
        byPath.put(TERMS + "loinc", new CodeSystemCatalogue(terminology, SystemUri.LOINC, "LOINC"));
    }

    public Optional<EntityCatalogue> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
