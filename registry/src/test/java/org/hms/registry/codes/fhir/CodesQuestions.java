package org.hms.registry.codes.fhir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.hms.registry.fhir.Conditional;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Preferences;
import org.hms.registry.fhir.Rendering;
import org.hms.registry.fhir.ResultControl;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.fhir.SearchTerm;
import org.hms.terminology.TerminologyService;

/** A little lexicon, and operations asked without a server. */
final class CodesQuestions {
    private static final String LEXICON = """
        concept_id,language,preferred_term,alt_terms,spanish_gloss,definition_es,category,icd10_code,icd10_relation,\
        icd11_code,icd11_relation,snomed_code,snomed_relation,evidence_source,confidence,same_as,notes
        GN9001,gn,akãnundu,akanundu;che akãnundu,fiebre,Calor del cuerpo.,symptom,\
        R50.9,close,MG26,broad,386661006,exact,una fuente,high,,
        GN9002,gn,ohéo,ojeo,mal de ojo,,folk-illness,R68.1,exact,,,,,una fuente,medium,,
        GN9003,gn,to'ysã,ho'ysã,frío en el cuerpo,,folk-illness,,,,,,,una fuente,medium,,
        GN9004,gn,akãrasy,akã rasy,dolor de cabeza,,symptom,R51,narrow,,,,,una fuente,low,,
        """;

    private CodesQuestions() {}

    static TerminologyService terminologyIn(Path directory) {
        var terminology = TerminologyService.open(directory);
        terminology.lexicons().loadLexicon(new ByteArrayInputStream(LEXICON.getBytes(StandardCharsets.UTF_8)), "1");
        return terminology;
    }

    static TerminologyDesk deskOf(TerminologyService terminology) {
        return new TerminologyDesk(terminology, new StoredResources(new MemoryStore()));
    }

    /** What a database would keep, for as long as a test runs. */
    static final class MemoryStore implements CanonicalStore {
        private final List<CanonicalResource> all = new ArrayList<>();

        @Override
        public Stored since(long change) {
            var fresh = all.stream().skip(Math.max(change, 0));
            return new Stored(
                    all.size(),
                    fresh.filter(one -> listVersions(one.type(), one.id()).getFirst() == one)
                            .toList());
        }

        @Override
        public List<CanonicalResource> listVersions(String type, String id) {
            return all.reversed().stream()
                    .filter(one -> one.type().equals(type) && one.id().equals(id))
                    .toList();
        }

        @Override
        public boolean add(CanonicalResource resource) {
            return all.add(resource);
        }
    }

    /** Asks by query: name, value, name, value. */
    static Resource ask(FhirHandler operation, String... namesAndValues) {
        var terms = Stream.iterate(0, at -> at < namesAndValues.length, at -> at + 2)
                .map(at ->
                        new SearchTerm(namesAndValues[at], null, null, List.of(namesAndValues[at + 1].split(",", -1))))
                .toList();
        return ask(operation, null, new SearchQuery(terms, control(), List.of()), null);
    }

    static Resource ask(FhirHandler operation, Parameters body) {
        return ask(operation, null, new SearchQuery(List.of(), control(), List.of()), body);
    }

    static Resource read(FhirHandler read, String id) {
        return ask(read, id, new SearchQuery(List.of(), control(), List.of()), null);
    }

    private static Resource ask(FhirHandler operation, String id, SearchQuery query, Parameters body) {
        var request = new FhirRequest(
                new Caller("test", Role.READER),
                "ValueSet",
                id,
                null,
                query,
                body,
                Conditional.NONE,
                Preferences.of(List.of()),
                "http://localhost/fhir");
        return Objects.requireNonNull(operation.handle(request).body());
    }

    private static ResultControl control() {
        return new ResultControl(20, 0, List.of(), Set.of(), Set.of(), Rendering.FULL);
    }
}
