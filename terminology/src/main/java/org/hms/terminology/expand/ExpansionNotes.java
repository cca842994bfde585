package org.hms.terminology.expand;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.PublicationState;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/** What an expansion reports about itself, each thing once. */
final class ExpansionNotes {
    private final Set<ExpansionParameter> parameters = new LinkedHashSet<>();
    private boolean unclosed;
    private @Nullable String unclosedReason;

    List<ExpansionParameter> list() {
        return List.copyOf(parameters);
    }

    /** Whether codes belong to it that cannot all be listed. */
    boolean isUnclosed() {
        return unclosed;
    }

    void unclosed(@Nullable String reason) {
        unclosed = true;
        if (reason != null) {
            unclosedReason = reason;
        }
    }

    @Nullable
    String unclosedReason() {
        return unclosedReason;
    }

    /** The wishes that were uttered. */
    void repeat(TerminologyParameters asked) {
        var page = asked.page();
        if (page.filter() != null) {
            add("filter", "string", page.filter());
        }
        var languages = asked.languages();
        if (languages != null) {
            add("displayLanguage", "code", languages.said());
        }
        asked.designations().forEach(designation -> add("designation", "string", designation));
        var flags = asked.flags();
        flag("excludeNested", flags.excludeNested());
        flag("versionsMatch", asked.versionsMatch() ? true : null);
        flag("activeOnly", flags.activeOnly());
        flag("includeDesignations", flags.includeDesignations());
        flag("includeDefinition", flags.includeDefinition());
        flag("excludeNotForUI", flags.excludeNotForUi());
        flag("excludePostCoordinated", flags.excludePostCoordinated());
        if (page.offset() >= 0) {
            add("offset", "integer", Integer.toString(page.offset()));
        }
        if (page.count() >= 0) {
            add("count", "integer", Integer.toString(page.count()));
        }
    }

    /** Warns of the value set that is expanded itself. */
    void warn(ValueSetDefinition valueSet) {
        warn(valueSet.canonical(), valueSet.state(), valueSet.state());
    }

    void flag(String name, @Nullable Boolean value) {
        if (value != null) {
            add(name, "boolean", value.toString());
        }
    }

    void uses(CodeSystemContent content, PublicationState user) {
        var canonical = Canonical.text(content.header().url(), content.header().version());
        add("used-codesystem", "uri", canonical);
        warn(canonical, content.state(), user);
        if (content.header().contentMode().equals("fragment")) {
            add("used-fragment", "uri", canonical);
            unclosed("This extension is based on a fragment of the code system "
                    + content.header().url());
        }
    }

    void uses(ValueSetDefinition valueSet, boolean contained, PublicationState user) {
        if (!contained) {
            add("used-valueset", "uri", valueSet.canonical());
        }
        warn(valueSet.canonical(), valueSet.state(), user);
    }

    void add(String name, String type, String value) {
        parameters.add(new ExpansionParameter(name, type, value));
    }

    private void warn(String canonical, PublicationState used, PublicationState user) {
        var standard = used.standardsStatus();
        if ("deprecated".equals(standard) || "withdrawn".equals(standard)) {
            add("warning-" + standard, "uri", canonical);
        } else if ("retired".equals(used.status())) {
            if (!"retired".equals(user.status())) {
                add("warning-retired", "uri", canonical);
            }
        } else if (used.experimental()) {
            if (!user.experimental()) {
                add("warning-experimental", "uri", canonical);
            }
        } else if (used.isDraft() && !user.isDraft()) {
            add("warning-draft", "uri", canonical);
        }
    }
}
