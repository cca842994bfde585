package org.hms.registry.patient.web;

import org.jspecify.annotations.Nullable;

/** Why something is done. */
public record ReasonBody(@Nullable String reason) {
    static String of(@Nullable ReasonBody body) {
        var reason = ActBody.present(body).reason();
        if (reason == null || reason.isBlank()) {
            throw ActBody.unfit("reason", "is needed");
        }
        return reason;
    }
}
