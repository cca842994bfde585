package org.hms.terminology.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.Test;

class SssomRoundTripTest {
    private static final long SEED = 20261123;
    private static final String BASE = "https://registry.hms.gov.py/terms/";
    private static final SchemeVersion SCHEME =
            new SchemeVersion(BASE + "scheme/x", "Léxico \"de prueba\"", "2026.11", "CC0", "0".repeat(64));

    private final List<Concept> concepts =
            LexiconLoader.read(SharedData.lexicon()).concepts();

    @Test
    void allMappingsOfTheLexiconComeBackAsTheyWere() {
        var before = concepts.stream()
                .flatMap(concept -> concept.mappings().stream())
                .toList();

        var reading = SssomReader.read(new StringReader(written(concepts)));

        assertThat(reading.findings()).isEmpty();
        assertThat(before).hasSizeGreaterThan(1_000);
        assertThat(reading.mappings()).isEqualTo(before);
    }

    @Test
    void everyRelationReviewAndAwkwardTextComesBack() {
        var random = new Random(SEED);
        var mappings = new ArrayList<ConceptMapping>();
        for (var number = 0; number < 500; number++) {
            mappings.add(mapping(random));
        }
        var concept = concepts.getFirst().withMappings(mappings);

        var reading = SssomReader.read(new StringReader(written(List.of(concept))));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.mappings()).as("seed %d", SEED).isEqualTo(mappings);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        var file = written(concepts.subList(88, 89))
                + "ICD10:R05\t\tskos:exactMatch\tSCT:1\tsemapv:X\ty\t\t\t\t0.9\tSCT\t\t\t\n"
                + "HMS:GN0001\t\tskos:sameAs\tSCT:1\tsemapv:X\ty\t\t\t\tmuch\tSCT\t\t\t\n";

        var reading = SssomReader.read(new StringReader(file));

        assertThat(reading.mappings()).hasSize(3);
        assertThat(reading.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.focus()).startsWith("line "));
    }

    private static ConceptMapping mapping(Random random) {
        var texts =
                List.of("llano", "con\ttabulador", "con \"comillas\"", "#almohadilla", "dos\nrenglones", "ñandé ʼỹ");
        var relation = MappingRelation.values()[random.nextInt(MappingRelation.values().length)];
        var systems = List.of(SystemUri.ICD_10, SystemUri.ICD_11, SystemUri.SNOMED_CT, "http://example.org/codes");
        var review = random.nextBoolean()
                ? null
                : new MappingReview(
                        texts.get(random.nextInt(texts.size())),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
                        random.nextBoolean() ? null : "label-search");
        return new ConceptMapping(
                "GN0001",
                Coding.of(systems.get(random.nextInt(systems.size())), "A" + random.nextInt(1_000)),
                relation,
                new MappingEvidence(
                        MappingEvidence.MANUAL_CURATION,
                        texts.get(random.nextInt(texts.size())),
                        texts.get(random.nextInt(texts.size())),
                        Confidence.values()[random.nextInt(3)],
                        random.nextBoolean() ? null : texts.get(random.nextInt(texts.size())),
                        review));
    }

    private static String written(List<Concept> concepts) {
        var out = new StringWriter();
        new SssomWriter(BASE, SCHEME).write(concepts, out);
        return out.toString();
    }
}
