package org.hms.registry.codes.fhir;

import java.util.List;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.resolve.KnownResources;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.hms.terminology.valueset.ValueSets;

/** What the registry holds: the imported classifications, the lexicon with its value set, and what FHIR itself defines. */
record RegistryTerminology(TerminologyService terminology, FhirDefinitions fhir) implements KnownResources {

    @Override
    public List<CodeSystemContent> versionsOf(String url) {
        var own = terminology.contentsOf(url);
        return own.isEmpty() ? fhir.codeSystem(url) : own;
    }

    @Override
    public ValueSets valueSets() {
        return url -> url.equals(Canonicals.LEXICON_VALUE_SET)
                ? terminology.contentsOf(SystemUri.LEXICON).stream()
                        .map(RegistryTerminology::ofLexicon)
                        .toList()
                : fhir.valueSet(url);
    }

    private static ValueSetDefinition ofLexicon(CodeSystemContent content) {
        var version = content.header().version();
        return ValueSetDefinition.of(
                Canonicals.LEXICON_VALUE_SET, version, ConceptSelection.wholeSystem(SystemUri.LEXICON, version));
    }

    @Override
    public List<DefinedContent> supplementsTo(String url) {
        return List.of();
    }

    @Override
    public List<ConceptMapDefinition> conceptMaps() {
        return List.of();
    }
}
