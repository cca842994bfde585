package org.hms.terminology.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Attestation;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Deprecation;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.SchemeDiff;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkedDataTest {
    private static final String URI = ConceptStore.DEFAULT_BASE + "scheme/lexicon";

    private final ConceptStore store = ConceptStore.inMemory(ConceptStore.DEFAULT_BASE);
    private final LinkedData data = new LinkedData(store, URI);
    private final List<Concept> concepts =
            LexiconLoader.read(SharedData.lexicon()).concepts().subList(0, 120);

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void aConceptIsGivenInEachSyntaxWithItsLabelsAndMappings(RdfFormat format) {
        store.store(version("1"), concepts);
        var out = new ByteArrayOutputStream();

        assertThat(data.writeConcept("GN0089", format, out)).isTrue();

        var model = parse(out, format);
        assertThat(model.size()).isGreaterThan(40);
        assertThat(model.contains(null, Hms.TARGET_CODE, "R50.9")).isTrue();
    }

    @Test
    void theDumpIsTheWholeVersionAndOlderOnesStay() {
        store.store(version("1"), concepts);
        store.store(version("2"), concepts.subList(0, 40));
        var first = new ByteArrayOutputStream();
        var current = new ByteArrayOutputStream();

        assertThat(data.writeDump("1", RdfFormat.N_TRIPLES, first)).isTrue();
        assertThat(data.writeDump(null, RdfFormat.N_TRIPLES, current)).isTrue();
        assertThat(data.writeDump("3", RdfFormat.TURTLE, current)).isFalse();
        assertThat(parse(first, RdfFormat.N_TRIPLES).size())
                .isGreaterThan(parse(current, RdfFormat.N_TRIPLES).size());
    }

    @Test
    void theDescriptionCountsWhatIsThere() {
        store.store(version("1"), concepts);
        var out = new ByteArrayOutputStream();

        data.writeVoid(RdfFormat.TURTLE, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("entities").contains("120");
    }

    @Test
    void stewardsAskTheCurrentVersion() throws SparqlRefusal {
        store.store(version("1"), concepts);

        var answer = data.query("""
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?concept { ?concept skos:prefLabel "akãnundu"@gn }
                """);

        assertThat(answer.body()).contains("GN0089");
        assertThat(answer.truncated()).isFalse();
    }

    @Test
    void whatEditorsAddComesBackAsItWasWritten() {
        var edited = new ArrayList<>(concepts);
        var fever = edited.get(88);
        var label = label();
        var mapping = mapping(fever.id());
        var labels = new ArrayList<>(fever.designations());
        labels.add(label);
        var mappings = new ArrayList<>(fever.mappings());
        mappings.add(mapping);
        edited.set(88, fever.withDesignations(labels).withMappings(mappings));
        edited.set(9, concepts.get(9).withDeprecation(new Deprecation("Repetido", "GN0005")));
        store.store(version("1"), concepts);
        var publication = new Publication(
                "steward-2", Instant.parse("2026-11-23T12:00:00Z"), version("1").versionUri(), List.of("a label"));

        assertThat(store.store(version("2"), edited, publication)).isInstanceOf(StoreOutcome.Stored.class);

        var diff = SchemeDiff.between(store.listConcepts(version("1")), store.listConcepts(version("2")));
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.changed()).hasSize(2);
        assertThat(diff.changed().getLast().labelsAdded()).containsExactly(label);
        assertThat(diff.changed().getLast().mappingsAdded()).containsExactly(mapping);
        assertThat(diff.changed().getFirst().deprecated()).isTrue();
        assertThat(store.isPublication(version("2"))).isTrue();
        assertThat(store.isPublication(version("1"))).isFalse();
    }

    @Test
    void aDeprecatedConceptNeedsAnHeirThatIsInUse() {
        var edited = new ArrayList<>(concepts);
        edited.set(9, concepts.get(9).withDeprecation(new Deprecation("Repetido", "GN9999")));

        assertThat(store.store(version("1"), edited)).isInstanceOf(StoreOutcome.Refused.class);
    }

    private static Designation label() {
        return new Designation(
                "gn",
                DesignationUse.ALTERNATIVE,
                "jopara",
                null,
                "che fievre",
                new Attestation("coder-1", "encuesta 2026", "steward-2", "Itauguá", "oral, 2026-10"));
    }

    private static ConceptMapping mapping(String conceptId) {
        return new ConceptMapping(
                conceptId,
                Coding.of(SystemUri.ICD_10, "R50.8"),
                MappingRelation.NARROW,
                new MappingEvidence(
                        MappingEvidence.LEXICAL_MATCHING,
                        "coder-1",
                        "búsqueda",
                        Confidence.LOW,
                        null,
                        new MappingReview("steward-2", LocalDate.of(2026, 11, 23), "label-search")));
    }

    private static SchemeVersion version(String version) {
        return new SchemeVersion(
                URI, "Léxico", version, "CC0", version.repeat(64).substring(0, 64));
    }

    private static Model parse(ByteArrayOutputStream out, RdfFormat format) {
        var model = ModelFactory.createDefaultModel();
        var lang = switch (format) {
            case TURTLE -> Lang.TURTLE;
            case JSON_LD -> Lang.JSONLD11;
            case RDF_XML -> Lang.RDFXML;
            case N_TRIPLES -> Lang.NTRIPLES;
        };
        RDFDataMgr.read(model, new ByteArrayInputStream(out.toByteArray()), lang);
        return model;
    }
}
