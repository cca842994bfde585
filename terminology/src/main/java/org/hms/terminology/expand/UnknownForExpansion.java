package org.hms.terminology.expand;

import java.util.List;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.TerminologyProblem;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.VersionList;
import org.jspecify.annotations.Nullable;

/** What an expansion needs and nobody has. */
final class UnknownForExpansion {

    private UnknownForExpansion() {}

    static TerminologyProblem system(String url, @Nullable String version, List<String> known) {
        var message = version == null
                ? Message.of("UNKNOWN_CODESYSTEM_EXP", url)
                : known.isEmpty()
                        ? Message.of("UNKNOWN_CODESYSTEM_VERSION_EXP_NONE", url, version)
                        : Message.of("UNKNOWN_CODESYSTEM_VERSION_EXP", url, version, VersionList.shown(known));
        return TerminologyProblem.refused(422, Issue.error("not-found", null, message, "not-found"));
    }

    static TerminologyProblem valueSet(Canonical reference) {
        var message = reference.version() == null
                ? Message.of("VS_EXP_IMPORT_UNK", reference.url())
                : Message.of("VS_EXP_IMPORT_UNK_PINNED", reference.url(), reference.version());
        return TerminologyProblem.refused(
                422, Issue.error("not-found", null, message, reference.version() == null ? "unknown" : "not-found"));
    }
}
