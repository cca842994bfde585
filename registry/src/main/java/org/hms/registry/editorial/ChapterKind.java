package org.hms.registry.editorial;

import java.util.Map;
import java.util.Optional;
import org.hms.registry.editorial.LabelLevels.Kind;
import org.hms.terminology.concept.SystemUri;

/** Whether a code of WHO's classifications stands in a chapter for concepts of a category, by its first letter. */
final class ChapterKind {
    private static final Map<String, String> ICD_10 = Map.of(
            "symptom", "R",
            "disease", "ABCDEFGHIJKLMN",
            "injury", "STVWXY",
            "maternal", "OZ",
            "child", "P");
    private static final Map<String, String> ICD_11 = Map.of(
            "symptom", "M",
            "disease", "123456789ABCDEFGH",
            "injury", "NP",
            "maternal", "JQ",
            "child", "K");

    private ChapterKind() {}

    /** Empty where the classification has no chapters for the category, or is none of WHO's. */
    static Optional<Kind> of(String system, String category, String code) {
        var chapters = system.equals(SystemUri.ICD_10) ? ICD_10 : system.equals(SystemUri.ICD_11) ? ICD_11 : null;
        var letters = chapters == null ? null : chapters.get(category);
        return letters == null
                ? Optional.empty()
                : Optional.of(letters.indexOf(code.charAt(0)) >= 0 ? Kind.FITS : Kind.ELSE);
    }
}
