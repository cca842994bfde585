package org.hms.terminology.texts;

import java.util.List;
import java.util.Set;
import org.hms.terminology.ask.LanguageTag;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.Supplement;
import org.jspecify.annotations.Nullable;

/** One text of a concept; the display is the one by which it goes, the others say their use. */
public record ConceptText(
        String text,
        @Nullable LanguageTag language,
        boolean display,
        @Nullable ContentDesignation designation,
        @Nullable Supplement supplement) {
    private static final Set<String> GONE = Set.of("withdrawn", "inactive");
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String SNOMED_PREFERRED = "900000000000548007";
    private static final String SNOMED_FULLY_SPECIFIED_NAME = "900000000000003001";
    private static final String SNOMED_SYNONYM = "900000000000013009";
    private static final String MAINTENANCE = "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra";
    private static final String PREFERRED = "preferredForLanguage";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core";
    private static final String SKOS_PREFERRED = "prefLabel";

    /** Whether it can stand for the concept in its language: the display, or a designation that says so or says no use. */
    public boolean isDisplay() {
        return display || designation == null || designation.useCode() == null || isPreferredUse(designation);
    }

    /** The same, and a synonym of SNOMED CT. */
    public boolean isPreferred() {
        return isDisplay()
                || (designation != null
                        && SNOMED.equals(designation.useSystem())
                        && SNOMED_SYNONYM.equals(designation.useCode()));
    }

    public boolean isActive() {
        return !GONE.contains(status());
    }

    /** Whether it is the text of SNOMED CT that tells its concept from all others. */
    public boolean isFullySpecifiedName() {
        return designation != null
                && SNOMED.equals(designation.useSystem())
                && SNOMED_FULLY_SPECIFIED_NAME.equals(designation.useCode());
    }

    /** Whether the concept may go by it, though it is the text preferred nowhere. */
    public boolean isMerelyAcceptable() {
        return extensions().stream().anyMatch(extension -> extension.url().equals(ContentExtension.ACCEPTABILITY));
    }

    public String status() {
        return extensions().stream()
                .filter(extension -> extension.url().equals(ContentExtension.STANDARDS_STATUS))
                .map(ContentExtension::value)
                .findFirst()
                .orElse("active");
    }

    public List<ContentExtension> extensions() {
        return designation == null ? List.of() : designation.extensions();
    }

    /** The text as messages show it. */
    public String shown() {
        return language == null ? "'" + text + "'" : "'" + text + "' (" + language.code() + ")";
    }

    private static boolean isPreferredUse(ContentDesignation designation) {
        return (MAINTENANCE.equals(designation.useSystem()) && PREFERRED.equals(designation.useCode()))
                || (SKOS.equals(designation.useSystem()) && SKOS_PREFERRED.equals(designation.useCode()))
                || (SNOMED.equals(designation.useSystem()) && SNOMED_PREFERRED.equals(designation.useCode()));
    }
}
