package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.resolve.KnownResources;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.hms.terminology.valueset.ValueSets;

/**
 * What the registry holds: the imported classifications, the lexicon with its value set, what editors have stored, and,
 * where there is nothing of these, what FHIR itself defines.
 */
record RegistryTerminology(TerminologyService terminology, StoredResources stored, FhirDefinitions fhir)
        implements KnownResources {

    @Override
    public List<CodeSystemContent> versionsOf(String url) {
        var own = Stream.concat(terminology.contents(url).stream(), stored.codeSystems(url).stream())
                .toList();
        return own.isEmpty() ? fhir.codeSystem(url) : own;
    }

    @Override
    public ValueSets valueSets() {
        return url -> {
            if (url.equals(Canonicals.LEXICON_VALUE_SET)) {
                return terminology.contents(SystemUri.LEXICON).stream()
                        .map(RegistryTerminology::ofLexicon)
                        .toList();
            }
            var own = stored.valueSets(url);
            return own.isEmpty() ? fhir.valueSet(url) : own;
        };
    }

    private static ValueSetDefinition ofLexicon(CodeSystemContent content) {
        var version = content.header().version();
        return ValueSetDefinition.of(
                Canonicals.LEXICON_VALUE_SET, version, ConceptSelection.wholeSystem(SystemUri.LEXICON, version));
    }

    @Override
    public List<DefinedContent> supplementsTo(String url) {
        return stored.supplementsTo(url);
    }

    @Override
    public List<ConceptMapDefinition> conceptMaps() {
        return Stream.concat(stored.maps().stream(), terminology.maps().definitions().stream())
                .toList();
    }
}
