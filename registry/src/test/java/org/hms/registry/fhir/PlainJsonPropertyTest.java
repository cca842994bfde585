package org.hms.registry.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written without HAPI's parser is what the parser would write, to the byte; the rest is left to it. */
class PlainJsonPropertyTest {
    private static final FhirWriter WRITER = new FhirWriter(FhirContext.forR4Cached());
    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothWritersWriteTheSameBytes(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var resource = new Drawn(random).resource();

            var plain = PlainJson.write(resource);

            assertThat(plain).isNotNull();
            assertThat(new String(plain, UTF_8)).isEqualTo(byParser(resource));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatItDoesNotKnowIsTheParsers(Resource resource) {
        assertThat(PlainJson.write(resource)).isNull();
        assertThat(new String(WRITER.write(resource, FhirFormat.JSON, Rendering.FULL), UTF_8))
                .isEqualTo(byParser(resource));
    }

    static Stream<Resource> others() {
        var noted = new StringType("noted");
        noted.addExtension("http://example.org/x", new BooleanType(true));
        var named = new ValueSet().setName("Named");
        var identified = new Parameters();
        identified.setId("one");
        var composed = new ValueSet();
        composed.getCompose().addInclude().setSystem("http://example.org");
        var contained = new OperationOutcome();
        contained.addContained(new Patient().setActive(true));
        return Stream.of(
                new Patient().setActive(true),
                new Parameters().addParameter("amount", new DecimalType("1.50")),
                new Parameters().addParameter("text", noted),
                named,
                identified,
                composed,
                contained);
    }

    @Test
    void aBlankTextIsLeftOutByBoth() {
        var blank = new Parameters().addParameter("text", " ");

        assertThat(new String(WRITER.write(blank, FhirFormat.JSON, Rendering.FULL), UTF_8))
                .isEqualTo(byParser(blank));
    }

    @Test
    void anotherMeasureIsTheParsers() {
        var outcome = new ValueSet().setUrl("http://example.org/a").setStatus(PublicationStatus.ACTIVE);
        var pretty = Rendering.FULL.prettily(true);

        assertThat(WRITER.write(outcome, FhirFormat.JSON, pretty))
                .isEqualTo(WRITER.encode(outcome, FhirFormat.JSON, pretty));
        assertThat(WRITER.write(outcome, FhirFormat.XML, Rendering.FULL))
                .isEqualTo(WRITER.encode(outcome, FhirFormat.XML, Rendering.FULL));
    }

    private static String byParser(Resource resource) {
        return new String(WRITER.encode(resource, FhirFormat.JSON, Rendering.FULL), UTF_8);
    }

    /** Resources of the kinds that questions about codes are answered with, drawn at random. */
    private record Drawn(Random random) {
        private static final List<String> TEXTS = List.of(
                "akãnundu",
                "a \"quoted\" \\ text",
                "line\nbreak\ttab\r",
                "</script>&'",
                "g\u0303",
                "\uD83D\uDE00",
                "bell\u0007\b\f\u001f",
                "\u2028 \u007f",
                " framed ",
                "x");

        Resource resource() {
            return switch (random.nextInt(3)) {
                case 0 -> parameters();
                case 1 -> valueSet();
                default -> outcome();
            };
        }

        private boolean often() {
            return random.nextInt(3) > 0;
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size())) + (often() ? random.nextInt(100) : "");
        }

        private String token() {
            return "http://example.org/" + random.nextInt(1_000);
        }

        private Parameters parameters() {
            var parameters = new Parameters();
            for (var left = random.nextInt(5); left > 0; left--) {
                fill(parameters.addParameter(), 2);
            }
            return parameters;
        }

        private void fill(ParametersParameterComponent parameter, int depth) {
            parameter.setName(random.nextBoolean() ? "name" : text());
            switch (random.nextInt(4)) {
                case 0 -> parameter.setResource(outcome());
                case 1 -> {
                    for (var left = depth == 0 ? 0 : random.nextInt(4); left > 0; left--) {
                        fill(parameter.addPart(), depth - 1);
                    }
                }
                default -> parameter.setValue(value());
            }
        }

        private Type value() {
            return switch (random.nextInt(8)) {
                case 0 -> new CodeType("c" + random.nextInt(50));
                case 1 -> new UriType(token());
                case 2 -> new CanonicalType(token() + "|1");
                case 3 -> new BooleanType(random.nextBoolean());
                case 4 -> new IntegerType(random.nextInt());
                case 5 -> coding();
                case 6 -> concept();
                default -> new StringType(text());
            };
        }

        private Coding coding() {
            var coding = new Coding().setCode("c" + random.nextInt(9));
            if (often()) {
                coding.setSystem(token()).setDisplay(text());
            }
            if (!often()) {
                coding.setVersion("2013").setUserSelected(random.nextBoolean());
            }
            return coding;
        }

        private CodeableConcept concept() {
            var concept = new CodeableConcept().setText(text());
            for (var left = random.nextInt(3); left > 0; left--) {
                concept.addCoding(coding());
            }
            return concept;
        }

        private OperationOutcome outcome() {
            var outcome = new OperationOutcome();
            for (var left = random.nextInt(3); left >= 0; left--) {
                var issue = outcome.addIssue()
                        .setSeverity(IssueSeverity.values()[random.nextInt(4)])
                        .setCode(IssueType.NOTFOUND);
                if (often()) {
                    issue.setDetails(concept()).setDiagnostics(text());
                }
                if (often()) {
                    issue.addExtension("http://example.org/id", new StringType(text()));
                    issue.addLocation(text()).addExpression("a.b[0]").addExpression(text());
                }
            }
            return outcome;
        }

        private ValueSet valueSet() {
            var valueSet = new ValueSet();
            if (often()) {
                valueSet.setUrl(token()).setVersion("1").setTitle(text()).setStatus(PublicationStatus.ACTIVE);
            }
            var expansion = valueSet.getExpansion().setIdentifier("urn:uuid:" + random.nextInt());
            expansion.setTimestamp(new Date(random.nextInt(Integer.MAX_VALUE) * 1_000L));
            if (often()) {
                expansion.setTotal(random.nextInt(9)).setOffset(random.nextInt(9));
                expansion.addParameter().setName("filter").setValue(new StringType(text()));
                var property = expansion.addExtension().setUrl("http://example.org/property");
                property.addExtension("code", new CodeType("order"));
                property.addExtension("uri", new UriType(token()));
            }
            for (var left = random.nextInt(4); left > 0; left--) {
                expansion.addContains(contains(2));
            }
            return valueSet;
        }

        private ValueSetExpansionContainsComponent contains(int depth) {
            var contains = new ValueSetExpansionContainsComponent()
                    .setSystem(token())
                    .setCode("c" + random.nextInt(50))
                    .setDisplay(text());
            if (!often()) {
                contains.setAbstract(random.nextBoolean()).setInactive(true).setVersion("2");
            }
            if (!often()) {
                contains.addExtension("http://example.org/weight", new StringType(text()));
                var designation = contains.addDesignation().setValue(text()).setLanguage("es");
                if (often()) {
                    designation.setUse(coding());
                    designation.addExtension("http://example.org/style", new CodeType("x"));
                }
            }
            for (var left = depth == 0 ? 0 : random.nextInt(3); left > 0; left--) {
                contains.addContains(contains(depth - 1));
            }
            return contains;
        }
    }
}
