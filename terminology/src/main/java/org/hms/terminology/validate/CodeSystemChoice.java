package org.hms.terminology.validate;

import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.resolve.VersionList;
import org.hms.terminology.validate.AskedConcept.Form;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** The code system in which a code is validated, named by the question or by the code itself. */
public final class CodeSystemChoice {

    private CodeSystemChoice() {}

    /** All codes of the system as a value set. */
    public static ValueSetDefinition of(
            Resolution resolution, AskedConcept concept, @Nullable String url, @Nullable String version) {
        var first = concept.codes().isEmpty() ? null : concept.codes().getFirst();
        var system = url != null ? url : first == null ? null : first.system();
        if (system == null) {
            var message = Message.of("Coding_has_no_system__cannot_validate");
            var place = concept.place();
            throw TerminologyProblem.unresolved(
                    Issue.warning("invalid", place.isEmpty() ? null : place, message, "invalid-data"));
        }
        var named = version != null || first == null || url != null ? version : first.version();
        var wanted = resolution.versionByRules(system, named);
        var content = resolution.findExactly(system, wanted);
        if (content.isPresent()) {
            return toValueSet(content.get().header());
        }
        throw unknown(resolution, concept, system, wanted);
    }

    private static ValueSetDefinition toValueSet(ContentHeader header) {
        var own = header.valueSet();
        return ValueSetDefinition.ofSystem(own == null ? header.url() + "/vs" : own, header.url(), header.version());
    }

    private static TerminologyProblem unknown(
            Resolution resolution, AskedConcept concept, String system, @Nullable String version) {
        var place =
                AskedConcept.at(concept.form() == Form.CODEABLE_CONCEPT ? concept.place(0) : concept.place(), "system");
        var supplement = resolution.findSupplement(system, version);
        if (supplement.isPresent()) {
            var canonical = supplement.get().asSupplement().canonical();
            return TerminologyProblem.unresolved(Issue.error(
                    "invalid", place, Message.of("CODESYSTEM_CS_NO_SUPPLEMENT", canonical), "invalid-data"));
        }
        if (resolution.findValueSet(system, version).isPresent()) {
            return TerminologyProblem.unresolved(Issue.error(
                    "invalid", place, Message.of("Terminology_TX_System_ValueSet2", system), "invalid-data"));
        }
        return notFound(system, version, resolution.versions(system), place);
    }

    private static TerminologyProblem notFound(
            String system, @Nullable String version, List<String> known, String place) {
        var message = version == null
                ? Message.of("UNKNOWN_CODESYSTEM", system)
                : known.isEmpty()
                        ? Message.of("UNKNOWN_CODESYSTEM_VERSION_NONE", system, version)
                        : Message.of("UNKNOWN_CODESYSTEM_VERSION", system, version, VersionList.shown(known));
        var issues = new ArrayList<Issue>();
        issues.add(Issue.error("not-found", place, message, "not-found"));
        if (!Outsider.isAbsolute(system)) {
            issues.add(Issue.error("invalid", place, Message.of("Terminology_TX_System_Relative"), "invalid-data"));
        }
        return TerminologyProblem.unknownSystem(Canonical.text(system, known.isEmpty() ? null : version), issues);
    }
}
