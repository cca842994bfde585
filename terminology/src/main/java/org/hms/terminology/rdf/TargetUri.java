package org.hms.terminology.rdf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.SystemUri;

/** The IRI by which a code of another system is named in RDF. */
final class TargetUri {
    private TargetUri() {}

    static String of(Coding coding) {
        var code = URLEncoder.encode(coding.code(), StandardCharsets.UTF_8);
        return coding.system().equals(SystemUri.SNOMED_CT)
                ? "http://snomed.info/id/" + code
                : coding.system() + "/" + code;
    }

    static String slug(String system) {
        return switch (system) {
            case SystemUri.ICD_10 -> "icd-10";
            case SystemUri.ICD_11 -> "icd-11";
            case SystemUri.SNOMED_CT -> "snomed";
            default -> URLEncoder.encode(system, StandardCharsets.UTF_8);
        };
    }
}
