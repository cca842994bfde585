package org.hms.terminology.load;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Little lexicon files for tests. */
public final class LexiconFile {
    private static final String HEADER = "concept_id,language,preferred_term,alt_terms,spanish_gloss,definition_es,"
            + "category,icd10_code,icd10_relation,icd11_code,icd11_relation,snomed_code,snomed_relation,"
            + "evidence_source,confidence,same_as,notes\n";

    public static final String FEVER = "GN9001,gn,akãnundu,akanundu;che akãnundu,fiebre,Calor del cuerpo.,symptom,"
            + "R50.9,close,MG26,close,386661006,exact,una fuente,high,,\n";
    public static final String EVIL_EYE =
            "GN9002,gn,ohéo,ojeo,mal de ojo,,folk-illness,R68.1,exact,,,,,una fuente,medium,,\n";
    public static final String MBYA_FEVER =
            "GUN9001,gun,akanundu va'e,,fiebre,,symptom,,,,,,,otra fuente,medium,GN9001,\n";

    private LexiconFile() {}

    public static InputStream of(String... rows) {
        return new ByteArrayInputStream((HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
    }
}
