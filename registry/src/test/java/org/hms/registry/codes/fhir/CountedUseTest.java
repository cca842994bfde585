package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedUseTest {
    private static final String SAN_LORENZO = "1110";

    @TempDir
    Path directory;

    private TerminologyService terminology;
    private final Written written = new Written();

    /** Writes down what it is told, and knows one district. */
    private static final class Written implements TermUse {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void asked(String caller, String text, @Nullable String language, boolean known) {
            lines.add(caller + " asked " + text + (known ? ", known" : ", not known"));
        }

        @Override
        public boolean accepts(@Nullable String district) {
            return district == null || district.equals(SAN_LORENZO);
        }

        @Override
        public void lookedUp(String concept, @Nullable String district) {
            lines.add(concept + " in " + district);
        }
    }

    @BeforeEach
    void open() {
        terminology = CodesQuestions.terminologyIn(directory);
    }

    @AfterEach
    void close() {
        terminology.close();
    }

    @Test
    void aLookUpOfTheLexiconIsCountedAndNoOtherIs() {
        var lookup = new LookupOperation(CodesQuestions.deskOf(terminology), written);

        CodesQuestions.ask(lookup, "system", SystemUri.LEXICON, "code", "GN9001", "district", SAN_LORENZO);
        CodesQuestions.ask(lookup, "system", "http://hl7.org/fhir/administrative-gender", "code", "female");

        assertThat(written.lines).containsExactly("GN9001 in 1110");
    }

    @Test
    void aTranslationCountsForTheConceptAndForWordsThatNobodyKnows() {
        var translate = new TranslateOperation(terminology, CodesQuestions.deskOf(terminology), written);

        CodesQuestions.ask(translate, "system", SystemUri.LEXICON, "code", "GN9004", "district", SAN_LORENZO);
        CodesQuestions.ask(translate, said("che akãnundu"));
        CodesQuestions.ask(translate, said("qwrtz"));

        assertThat(written.lines)
                .containsExactly(
                        "GN9004 in 1110",
                        "test asked che akãnundu, known",
                        "GN9001 in null",
                        "test asked qwrtz, not known");
    }

    @Test
    void aDistrictThatIsNoneIsRefusedAndNothingIsCounted() {
        var lookup = new LookupOperation(CodesQuestions.deskOf(terminology), written);

        assertThatThrownBy(() ->
                        CodesQuestions.ask(lookup, "system", SystemUri.LEXICON, "code", "GN9001", "district", "9999"))
                .isInstanceOf(FhirProblem.class);
        assertThat(written.lines).isEmpty();
    }

    private static Parameters said(String words) {
        var parameters = new Parameters();
        parameters.addParameter("codeableConcept", new CodeableConcept().setText(words));
        return parameters;
    }
}
