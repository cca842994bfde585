package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.registry.codes.fhir.AnimalQuestions.SYSTEM;
import static org.hms.registry.codes.fhir.AnimalQuestions.question;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.codes.ClosureStore;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.issue.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HL7's suite leaves out, asked about resources that come with the question. */
class SentResourceOperationsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    static Path directory;

    private static TerminologyService terminology;
    private static TerminologyDesk desk;

    @BeforeAll
    static void open() {
        terminology = CodesQuestions.terminologyIn(directory);
        desk = CodesQuestions.deskOf(terminology);
    }

    @AfterAll
    static void close() {
        terminology.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bird, bird, equivalent",
        "vertebrate, owl, subsumes",
        "owl, vertebrate, subsumed-by",
        "owl, cow, not-subsumed"
    })
    void oneCodeStandsToAnotherAsTheHierarchySays(String codeA, String codeB, String outcome) {
        var question = question().addParameter("system", new UriType(SYSTEM));
        question.addParameter("codeA", new CodeType(codeA)).addParameter("codeB", new CodeType(codeB));

        assertThat(value(ask(new SubsumesOperation(desk), question), "outcome")).isEqualTo(outcome);
    }

    @Test
    void aCodeIsLookedUpWithParentChildrenAndProperties() {
        var question =
                question().addParameter("system", new UriType(SYSTEM)).addParameter("code", new CodeType("bird"));

        var answer = ask(new LookupOperation(desk, TermUse.NONE), question);

        assertThat(value(answer, "display")).isEqualTo("The bird");
        assertThat(answer.getParameter())
                .filteredOn(parameter -> parameter.getName().equals("property"))
                .extracting(property -> property.getPartFirstRep().getValue().primitiveValue() + "="
                        + property.getPart().getLast().getValue().primitiveValue())
                .contains("parent=vertebrate", "child=owl", "legs=2", "inactive=false");
    }

    @Test
    void onlyThePropertiesAskedForAreGiven() {
        var question = question()
                .addParameter("system", new UriType(SYSTEM))
                .addParameter("code", new CodeType("bird"))
                .addParameter("property", new CodeType("legs"));

        assertThat(ask(new LookupOperation(desk, TermUse.NONE), question).getParameter())
                .filteredOn(parameter -> parameter.getName().equals("property"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 2, 2", "true, 3, 0", "false, 2, 2"})
    void codesAreFoundByTheirProperties(boolean exact, String legs, int found) {
        var question =
                question().addParameter("system", new UriType(SYSTEM)).addParameter("exact", new BooleanType(exact));
        var property = question.addParameter().setName("property");
        property.addPart().setName("code").setValue(new CodeType("legs"));
        property.addPart().setName("value").setValue(new StringType(legs));

        assertThat(ask(new FindMatchesOperation(desk), question).getParameter()).hasSize(found);
    }

    @Test
    void theNearestSayWhatTheyLack() {
        var question = question().addParameter("system", new UriType(SYSTEM));
        for (var wanted : Map.of("legs", "2", "wings", "4").entrySet()) {
            var property = question.addParameter().setName("property");
            property.addPart().setName("code").setValue(new CodeType(wanted.getKey()));
            property.addPart().setName("value").setValue(new StringType(wanted.getValue()));
        }

        assertThat(ask(new FindMatchesOperation(desk), question).getParameter())
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.getPart())
                        .anySatisfy(part -> assertThat(part.getName()).isEqualTo("unmatched")));
    }

    @Test
    void aClosureGrowsAndTellsWhatIsNew() {
        var closure = new ClosureOperation(desk, new Closures(), CLOCK);

        assertThat(((ConceptMap) CodesQuestions.ask(closure, closure("c"))).getVersion())
                .isEqualTo("0");
        assertThat(told(closure, "c", "owl")).isEmpty();
        assertThat(told(closure, "c", "vertebrate", "cow"))
                .containsExactlyInAnyOrder("owl<vertebrate", "cow<vertebrate");
        assertThat(told(closure, "c", "bird")).containsExactlyInAnyOrder("owl<bird", "bird<vertebrate");
        assertThat(told(closure, "c", "bird")).isEmpty();

        var missed =
                (ConceptMap) CodesQuestions.ask(closure, closure("c").addParameter("version", new StringType("2")));
        assertThat(entries(missed)).containsExactlyInAnyOrder("owl<bird", "bird<vertebrate");
    }

    @Test
    void aClosureThatWasNotBegunIsNotFound() {
        var closure = new ClosureOperation(desk, new Closures(), CLOCK);

        assertRefused(404, closure, closure("other").addParameter("version", new StringType("1")));
    }

    @ParameterizedTest
    @CsvSource({"false, a, x, wider", "true, x, a, narrower", "false, b, y, narrower", "true, y, b, wider"})
    void aMapIsReadBothWays(boolean reverse, String code, String found, String equivalence) {
        var question = translation(reverse ? "http://example.org/there" : "http://example.org/here", code);
        if (reverse) {
            question.addParameter("reverse", true);
        }

        var answer = ask(new TranslateOperation(terminology, desk, TermUse.NONE), question);

        assertThat(answer.getParameterBool("result")).isTrue();
        var match = answer.getParameter("match");
        assertThat(match.getPart())
                .extracting(part -> part.getName() + "="
                        + (part.getValue() instanceof Coding coding
                                ? coding.getCode()
                                : part.getValue().primitiveValue()))
                .contains("equivalence=" + equivalence, "concept=" + found, "source=http://example.org/map|1");
    }

    @Test
    void whatIsUnmatchedIsSaidAndIsNoTranslation() {
        var answer = ask(
                new TranslateOperation(terminology, desk, TermUse.NONE), translation("http://example.org/here", "c"));

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(answer.getParameter("match").getPartFirstRep().getValue().primitiveValue())
                .isEqualTo("unmatched");
    }

    @Test
    void messagesAreInSpanishWhereHl7HasThem() {
        assertThat(MessageCatalogue.text(
                        Message.of("Coding_has_no_system__cannot_validate"),
                        AcceptedLanguages.parse("es-PY").orElseThrow()))
                .contains("sistema")
                .isNotEqualTo(MessageCatalogue.text(Message.of("Coding_has_no_system__cannot_validate"), null));
    }

    private static Parameters translation(String system, String code) {
        var map = new ConceptMap().setUrl("http://example.org/map").setVersion("1");
        var group = map.addGroup().setSource("http://example.org/here").setTarget("http://example.org/there");
        group.addElement().setCode("a").addTarget().setCode("x").setEquivalence(ConceptMapEquivalence.WIDER);
        group.addElement().setCode("b").addTarget().setCode("y").setEquivalence(ConceptMapEquivalence.NARROWER);
        group.addElement().setCode("c").addTarget().setEquivalence(ConceptMapEquivalence.UNMATCHED);
        var question =
                new Parameters().addParameter("system", new UriType(system)).addParameter("code", new CodeType(code));
        question.addParameter().setName("tx-resource").setResource(map);
        return question;
    }

    private static Parameters closure(String name) {
        return question().addParameter("name", new StringType(name));
    }

    private static List<String> told(FhirHandler closure, String name, String... codes) {
        var question = closure(name);
        for (var code : codes) {
            question.addParameter().setName("concept").setValue(new Coding(SYSTEM, code, null));
        }
        return entries((ConceptMap) CodesQuestions.ask(closure, question));
    }

    private static List<String> entries(ConceptMap map) {
        var entries = new ArrayList<String>();
        for (var group : map.getGroup()) {
            for (var element : group.getElement()) {
                element.getTarget().forEach(target -> entries.add(element.getCode() + "<" + target.getCode()));
            }
        }
        return entries;
    }

    private static Parameters ask(FhirHandler operation, Parameters question) {
        return (Parameters) CodesQuestions.ask(operation, question);
    }

    private static String value(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    private static void assertRefused(int status, FhirHandler operation, Parameters question) {
        assertThatThrownBy(() -> CodesQuestions.ask(operation, question))
                .isInstanceOfSatisfying(
                        FhirProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(status));
    }

    /** What a database would keep, for as long as a test runs. */
    private static final class Closures implements ClosureStore {
        private final Map<String, Closure> all = new HashMap<>();

        @Override
        public void begin(String name, Instant at) {
            all.put(name, new Closure(List.of(), List.of()));
        }

        @Override
        public Optional<Closure> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public boolean add(String name, List<Told> concepts, List<Entry> entries) {
            var known = all.get(name);
            var told = new ArrayList<>(known.concepts());
            told.addAll(concepts);
            var said = new ArrayList<>(known.entries());
            said.addAll(entries);
            all.put(name, new Closure(told, said));
            return true;
        }
    }
}
