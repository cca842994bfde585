package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** How far a code system or value set is published: its status, the status of its standard, and whether it is a trial. */
public record PublicationState(
        @Nullable String status, @Nullable String standardsStatus, boolean experimental) {
    public static final PublicationState ACTIVE = new PublicationState("active", null, false);

    /** Whether resource or standard are still drafts. */
    public boolean isDraft() {
        return "draft".equals(status) || "draft".equals(standardsStatus);
    }
}
