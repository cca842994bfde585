package org.hms.registry.codes.fhir;

import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.system.SubsumptionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A value set that can be asked about: the lexicon's own, or an implicit one, which is all of a code system at hand
 * ({@code url?fhir_vs}, {@code url/vs}) or a code and all beneath it ({@code url?fhir_vs=isa/CODE}).
 */
record KnownValueSet(
        String url, CodeSystemSummary system, @Nullable String root) {
    private static final String IMPLICIT = "?fhir_vs";
    private static final String IS_A = "=isa/";
    private static final String ALL = "/vs";

    static KnownValueSet require(TerminologyService terminology, String canonical, @Nullable String version) {
        var reference = Canonicals.Reference.of(canonical, version);
        var url = reference.url();
        var systems = new LoadedSystems(terminology);
        var implicit = url.indexOf(IMPLICIT);
        var rest = implicit < 0 ? "" : url.substring(implicit + IMPLICIT.length());
        var root = rest.startsWith(IS_A) ? rest.substring(IS_A.length()) : null;
        var systemUrl = systemOf(url, implicit);
        var system = systems.find(systemUrl, reference.version()).orElseThrow(KnownValueSet::unknown);
        if ((root == null && !rest.isEmpty())
                || (root != null
                        && terminology.lookup(systemUrl, system.version(), root).isEmpty())) {
            throw unknown();
        }
        return new KnownValueSet(url, system, root);
    }

    private static String systemOf(String url, int implicit) {
        if (url.equals(Canonicals.LEXICON_VALUE_SET)) {
            return SystemUri.LEXICON;
        }
        if (implicit >= 0) {
            return url.substring(0, implicit);
        }
        if (url.endsWith(ALL)) {
            return url.substring(0, url.length() - ALL.length());
        }
        throw unknown();
    }

    private static FhirProblem unknown() {
        return FhirProblem.notFound(
                "No value set with this URL and version is known, or its code system is not at hand");
    }

    String name() {
        return LoadedSystems.nameOf(system);
    }

    /** Whether a code that its system knows lies in the value set. */
    boolean holds(TerminologyService terminology, String code) {
        return root == null
                || terminology
                        .subsumes(system.url(), system.version(), root, code)
                        .filter(outcome ->
                                outcome == SubsumptionOutcome.EQUIVALENT || outcome == SubsumptionOutcome.SUBSUMES)
                        .isPresent();
    }
}
