package org.hms.registry.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one event: the number of its entry, and which of the entry's subjects it tells of, counted from 1; part 0 tells of
 * the entry as a whole.
 */
public record AuditEventId(long entry, int part) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,17})(?:-([1-9]\\d{0,5}))?");

    public static Optional<AuditEventId> find(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new AuditEventId(
                        Long.parseLong(parts.group(1)), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return part == 0 ? Long.toString(entry) : entry + "-" + part;
    }
}
