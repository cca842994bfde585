package org.hms.terminology.validate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hms.terminology.content.PublicationState;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.Issues;
import org.hms.terminology.issue.Message;
import org.hms.terminology.issue.Severity;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.resolve.VersionList;
import org.jspecify.annotations.Nullable;

/** All there is to say about a question: its issues, the sentences of its message, the systems nobody knows. */
final class Remarks {
    private static final Set<String> REASONS = Set.of("code-rule", "invalid-code");

    private final Issues issues = new Issues();
    private final Set<Message> messages = new LinkedHashSet<>();
    private final Set<String> unknownSystems = new LinkedHashSet<>();

    Issues issues() {
        return issues;
    }

    /** Why an include does not have the code is no fault where another has it. */
    void forgive(int from, int to) {
        issues.takeBack(from, to, REASONS).forEach(issue -> messages.remove(issue.message()));
    }

    Set<String> unknownSystems() {
        return unknownSystems;
    }

    void add(Issue issue) {
        issues.add(issue);
    }

    void addOnce(Issue issue) {
        issues.addOnce(issue);
    }

    /** An issue whose sentence also stands in the message. */
    void say(Issue issue) {
        issues.add(issue);
        messages.add(issue.message());
    }

    void sayOnce(Issue issue) {
        issues.addOnce(issue);
        messages.add(issue.message());
    }

    void mention(Message message) {
        messages.add(message);
    }

    /** The message's sentences: those mentioned, and every error. */
    List<Message> messages() {
        var all = new LinkedHashSet<>(messages);
        issues.list().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(Issue::message)
                .forEach(all::add);
        return new ArrayList<>(all);
    }

    /** A code system, or a version of it, that is not known; said once. */
    void unknownSystem(String url, @Nullable String version, List<String> known, String place) {
        var message = version == null
                ? Message.of("UNKNOWN_CODESYSTEM", url)
                : known.isEmpty()
                        ? Message.of("UNKNOWN_CODESYSTEM_VERSION_NONE", url, version)
                        : Message.of("UNKNOWN_CODESYSTEM_VERSION", url, version, VersionList.shown(known));
        messages.add(message);
        if (unknownSystems.add(Canonical.text(url, known.isEmpty() ? null : version))) {
            issues.add(Issue.error("not-found", AskedConcept.at(place, "system"), message, "not-found"));
        }
    }

    /** Says that what is used is not, or no longer, to be relied upon, where its user does not say so itself. */
    void state(String type, String canonical, PublicationState used, PublicationState user) {
        var standard = used.standardsStatus();
        if ("deprecated".equals(standard)) {
            state("MSG_DEPRECATED", type, canonical);
        } else if ("withdrawn".equals(standard)) {
            state("MSG_WITHDRAWN", type, canonical);
        } else if ("retired".equals(used.status())) {
            state("MSG_RETIRED", type, canonical);
        } else if (used.experimental() && !user.experimental()) {
            state("MSG_EXPERIMENTAL", type, canonical);
        } else if (used.isDraft() && !user.isDraft()) {
            state("MSG_DRAFT", type, canonical);
        }
    }

    private void state(String id, String type, String canonical) {
        issues.addOnce(Issue.information("business-rule", null, Message.of(id, canonical, "", type), "status-check"));
    }
}
