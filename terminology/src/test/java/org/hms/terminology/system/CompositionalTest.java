package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.ask.TerminologyParameters.Flags;
import org.hms.terminology.compile.SampleSystems;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.ComposedContent;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.expand.ExpandedConcept;
import org.hms.terminology.expand.ValueSetExpander;
import org.hms.terminology.expand.ValueSetExpander.Limits;
import org.hms.terminology.expand.ValueSetExpansion;
import org.hms.terminology.graph.GraphCompiler;
import org.hms.terminology.graph.SmallRelease;
import org.hms.terminology.issue.Message;
import org.hms.terminology.validate.AskedCode;
import org.hms.terminology.validate.AskedConcept;
import org.hms.terminology.validate.CodeSystemChoice;
import org.hms.terminology.validate.CodeValidation;
import org.hms.terminology.validate.CodeValidator;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code system whose codes can be put together, asked over made-up concepts: findings 10000x, organs 20000x. */
class CompositionalTest {
    private static final String URL = SystemUri.SNOMED_CT;
    private static final String EXPRESSION = "100001:400002=200002";
    private static final ConceptFilter FINDINGS = new ConceptFilter("concept", "is-a", "100001");

    @TempDir
    Path directory;

    private GraphLibrary library;

    @BeforeEach
    void publish() throws IOException {
        library = GraphLibrary.open(directory);
        var release = new SmallRelease(URL)
                .concept("138875005", "root")
                .concept("100001", "finding", "138875005")
                .accepted("900000000000509007", true)
                .text("100001", "en", SmallRelease.SYNONYM, "observation", false)
                .accepted("900000000000509007", false)
                .text("100001", "en", SmallRelease.SYNONYM, "sighting", true)
                .concept("100002", "organ finding", "100001")
                .concept("200001", "organ", "138875005")
                .concept("200002", "left organ", "200001")
                .concept("410662002", "attribute", "138875005")
                .concept("400002", "site", "410662002")
                .concept("900000000000455006", "reference set", "138875005")
                .concept("500001", "empty set", "900000000000455006")
                .concept("500002", "replaced by", "900000000000455006")
                .inactive("100009", "old finding")
                .attribute("100002", 1, "400002", "200001")
                .member("500002", "100009", Map.of());
        library.publish(GraphCompiler.read(release), release);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private CodeSystemContent content() {
        return ComposedContent.of(library.find(URL, null).orElseThrow());
    }

    @Test
    void anExpressionIsAConceptBeyondTheLastOne() {
        var content = content();
        var expression = content.find(EXPRESSION);

        assertThat(expression).isEqualTo(content.size());
        assertThat(content.find(" 100001 |finding| : 400002 = 200002")).isEqualTo(expression);
        assertThat(content.code(expression)).isEqualTo(EXPRESSION);
        assertThat(content.display(expression)).isEqualTo("100001|finding|:400002|site|=200002|left organ|");
        assertThat(content.designations(expression).getFirst().language()).isEqualTo("en-US");
        assertThat(content.properties(expression))
                .contains(new ContentProperty("400002", "code", "200002", URL, "left organ"));
        assertThat(content.find("100001:400002=999999")).isNegative();
        assertThat(content.find("999999")).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "100001, 100001:400002=200002, true",
        "100002, 100001:400002=200002, false",
        "100001:400002=200001, 100001:400002=200002, true",
        "100001:400002=200001, 100002, true",
        "100001:400002=200002, 100002, false",
        "100001:400002=200002, 100001:400002=200001, false",
        "100001:400002=200002, 100001, false"
    })
    void anExpressionSubsumesWhatIsNarrowerByItsStructure(String ancestor, String descendant, boolean expected) {
        var content = content();

        assertThat(content.subsumes(content.find(ancestor), content.find(descendant)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concept | is-a | 100001 | true",
                "concept | is-a | 100002 | false",
                "concept | is-a | 999999 | false",
                "concept | descendent-of | 100001 | true",
                "concept | is-not-a | 100001 | false",
                "ancestor | = | 138875005 | true",
                "constraint | = | * : 400002 = << 200001 | true",
                "400002 | = | 200002 | true",
                "400002 | = | 200001 | false",
                "expressions | = | true | true",
                "expressions | = | false | false",
                "inactive | = | true | false",
                "parent | = | 100001 | false"
            })
    void aFilterSelectsAnExpressionThatWasNamed(String property, String operator, String value, boolean expected) {
        var content = content();
        var expression = content.find(EXPRESSION);

        assertThat(content.filter(property, operator, value).orElseThrow().contains(expression))
                .isEqualTo(expected);
    }

    @Test
    void whatNobodyListedIsNotClosedUnlessExpressionsAreRuledOut() {
        assertThat(expand(ConceptSelection.wholeSystem(URL, null)).unclosedReason())
                .isEqualTo("The code System 'http://snomed.info/sct' has a grammar and so has infinite members");
        assertThat(expand(SampleSystems.filtered(URL, FINDINGS)).unclosed()).isTrue();
        assertThat(expand(SampleSystems.filtered(URL, FINDINGS)).unclosedReason())
                .isNull();
        assertThat(expand(SampleSystems.filtered(URL, FINDINGS, new ConceptFilter("expressions", "=", "false")))
                        .unclosed())
                .isFalse();
        assertThat(expand(SampleSystems.listed(URL, "100001", EXPRESSION)).unclosed())
                .isFalse();
    }

    @Test
    void aListedExpressionIsExpandedAndAnExcludedOneIsNot() {
        assertThat(expand(SampleSystems.listed(URL, "100001", EXPRESSION)).contains())
                .extracting(ExpandedConcept::code)
                .containsExactly("100001", EXPRESSION);
        assertThat(expand(
                                SampleSystems.listed(URL, "100001", EXPRESSION),
                                SampleSystems.filtered(URL, new ConceptFilter("concept", "descendent-of", "100001")))
                        .contains())
                .extracting(ExpandedConcept::code)
                .containsExactly("100001");
    }

    @Test
    void anExpansionTellsTheTextsPreferredAndALookUpAllThatAreAccepted() {
        var shown = expand(SampleSystems.listed(URL, "100001")).contains().getFirst();

        assertThat(shown.designations()).extracting(text -> text.text()).containsExactly("finding");
        assertThat(content().designations(content().find("100001")))
                .extracting(text -> text.text())
                .containsExactly("finding", "observation");
    }

    @Test
    void aTextThatWasRightOnceIsStillKnown() {
        var validation = validate("100001", "sighting", whole());

        assertThat(validation.result()).isTrue();
        assertThat(validation.issues())
                .extracting(issue -> issue.message().id())
                .containsExactly("INACTIVE_DISPLAY_FOUND");
    }

    @Test
    void ofARightExpressionItIsSaidThatTheConceptModelWasNotAsked() {
        var validation = validate(EXPRESSION, null, whole());

        assertThat(validation.result()).isTrue();
        assertThat(validation.issues().getFirst().message().literal()).contains("MRCM");
        assertThat(validate(EXPRESSION, null, valueSet(SampleSystems.filtered(URL, FINDINGS)))
                        .issues())
                .isEmpty();
    }

    @Test
    void ofAWrongExpressionItIsSaidWhatIsWrong() {
        assertThat(validate("100001:400002=999999", null, whole()).issues())
                .extracting(issue -> issue.message())
                .contains(Message.literal("Not a valid expression: Concept 999999 not found"));
    }

    @ParameterizedTest
    @CsvSource({
        "100001:400002=200002, true",
        "100001 : { 400002 = 200002 }, false",
        "100001 |x|: 400002 = 200002, true",
        "100001:400002=200001, false"
    })
    void aListHasTheExpressionHoweverItIsWritten(String code, boolean expected) {
        var listed = valueSet(SampleSystems.listed(URL, "100001", EXPRESSION));

        assertThat(validate(code, null, listed).result()).isEqualTo(expected);
        assertThat(validate(code, null, listed).normalizedCode()).isNull();
    }

    @Test
    void aConceptOutOfUseThatAConstraintAsksForIsMeantAsItIs() {
        var constraint = SampleSystems.filtered(URL, new ConceptFilter("constraint", "=", "^ 500002"));
        var listed = SampleSystems.listed(URL, "100009");

        assertThat(validate("100009", null, valueSet(constraint)).inactive()).isFalse();
        assertThat(validate("100009", null, valueSet(constraint)).issues()).isEmpty();
        assertThat(validate("100009", null, valueSet(listed)).inactive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?fhir_vs=refset/500001, true",
        "?fhir_vs=refset/500002, true",
        "?fhir_vs=refset/100001, false",
        "?fhir_vs=refset/999999, false",
        "?fhir_vs=isa/100001, true",
        "?fhir_vs=isa/999999, false"
    })
    void onlyAReferenceSetHasTheValueSetOfItsMembers(String query, boolean expected) {
        var found = SampleSystems.resolution(library::versionsOf).findValueSet(URL + query, (String) null);

        assertThat(found.isPresent()).isEqualTo(expected);
        found.ifPresent(valueSet -> assertThat(valueSet.version()).isNull());
    }

    private ValueSetExpansion expand(ConceptSelection include, ConceptSelection... excludes) {
        var valueSet = SampleSystems.valueSet("http://example.org/vs", List.of(include), Arrays.asList(excludes));
        var flags = new Flags(null, null, null, null, true, null, null, null, false, false, false);
        return new ValueSetExpander(
                        SampleSystems.resolution(library::versionsOf),
                        TerminologyParameters.NONE.withFlags(flags),
                        new Limits(100, 100))
                .expand(valueSet);
    }

    private static ValueSetDefinition valueSet(ConceptSelection include) {
        return SampleSystems.valueSet("http://example.org/vs", List.of(include), List.of());
    }

    private ValueSetDefinition whole() {
        return CodeSystemChoice.of(
                SampleSystems.resolution(library::versionsOf),
                new AskedConcept(AskedConcept.Form.CODE, List.of()),
                URL,
                null);
    }

    private CodeValidation validate(String code, @Nullable String display, ValueSetDefinition valueSet) {
        var asked = new AskedConcept(AskedConcept.Form.CODE, List.of(new AskedCode(URL, null, code, display)));
        var resolution = SampleSystems.resolution(library::versionsOf);
        return new CodeValidator(resolution, TerminologyParameters.NONE, valueSet).validate(asked);
    }
}
