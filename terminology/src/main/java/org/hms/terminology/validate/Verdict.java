package org.hms.terminology.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.validate.AskedConcept.Form;
import org.jspecify.annotations.Nullable;

/** What comes out for a concept as its codings are judged one after the other. */
final class Verdict {
    private final List<String> shown = new ArrayList<>();
    private final Map<Integer, String> versionsFound = new HashMap<>();
    private Membership membership = Membership.OUT;
    private @Nullable AskedCode accepted;
    private @Nullable AskedCode asked;
    private @Nullable String impliedSystem;
    private @Nullable String display;
    private @Nullable String normalForm;
    private @Nullable String status;
    private @Nullable String strangerVersion;
    private String inactivePlace = "";
    private boolean inactive;

    void hear(AskedCode code, Membership result, Finding finding) {
        if (membership != Membership.IN && result != Membership.OUT) {
            membership = result;
        }
        impliedSystem = finding.impliedSystem() == null ? impliedSystem : finding.impliedSystem();
        if (asked == null || result == Membership.IN) {
            asked = code;
        }
        if (finding.normalForm() != null) {
            normalForm = finding.normalForm();
        }
        inactive = finding.isInactive() || (inactive && result != Membership.IN);
        if (finding.isInactive()) {
            inactivePlace = finding.inactivePlace();
        }
        if (finding.status() != null || result == Membership.IN) {
            status = finding.status();
        }
        shown.add(code.shown(finding.impliedSystem()));
    }

    void accept(AskedCode code, Finding finding, @Nullable String preferred) {
        if (accepted == null) {
            var version = finding.version();
            display = preferred == null ? finding.texts().preferredText(null) : preferred;
            accepted = version == null ? code : code.withVersion(version);
        }
    }

    /** A coding outside the value set that its system knows. */
    void recall(int at, Outsider.Seen seen, TerminologyParameters parameters) {
        if (seen.version() != null) {
            versionsFound.put(at, seen.version());
            strangerVersion = seen.version();
        }
        if (accepted == null && seen.texts() != null) {
            var preferred = seen.texts().preferredText(parameters.languages());
            display = preferred == null ? seen.texts().preferredText(null) : preferred;
        }
    }

    Membership membership() {
        return membership;
    }

    /** The code that is meant: the one accepted, or the one asked about where there is only one. */
    @Nullable
    AskedCode code(Form form) {
        if (accepted != null || asked == null || form == Form.CODEABLE_CONCEPT) {
            return accepted;
        }
        var system = asked.system() == null && membership == Membership.IN ? impliedSystem : asked.system();
        var version = strangerVersion == null ? asked.version() : strangerVersion;
        return new AskedCode(system, version, asked.code(), asked.display());
    }

    @Nullable
    String display(Form form) {
        return code(form) == null ? null : display;
    }

    /** The codings, those without a version in the one in which they were found. */
    List<AskedCode> codes(AskedConcept concept) {
        var codes = new ArrayList<AskedCode>();
        for (var at = 0; at < concept.codes().size(); at++) {
            var code = concept.codes().get(at);
            codes.add(code.version() == null ? code.withVersion(versionsFound.get(at)) : code);
        }
        return codes;
    }

    String shown() {
        return String.join(", ", shown);
    }

    String lastCode() {
        return asked == null || asked.code() == null ? "" : asked.code();
    }

    @Nullable
    String normalForm() {
        return normalForm;
    }

    @Nullable
    String status() {
        return status;
    }

    boolean isInactive() {
        return inactive;
    }

    String inactivePlace() {
        return inactivePlace;
    }
}
