package org.hms.registry.upkeep.web;

import java.util.List;
import java.util.Objects;
import org.hms.registry.upkeep.DueStep;
import org.jspecify.annotations.Nullable;

/** A legal step of a facility that has ended or is about to. */
public record LegalStepRow(
        String facility, String name, String kind, @Nullable String number, String validUntil, String state)
        implements UpkeepViews.Row {

    static final List<String> HEADINGS =
            List.of("establecimiento", "nombre", "paso", "numero", "vigente_hasta", "estado");

    static LegalStepRow of(DueStep due) {
        return new LegalStepRow(
                due.facility(),
                due.name(),
                due.kind().code(),
                due.number(),
                due.validUntil().toString(),
                due.expired() ? "expired" : "expiring");
    }

    @Override
    public List<Object> cells() {
        return List.of(
                facility,
                name,
                kind,
                Objects.requireNonNullElse(number, ""),
                validUntil,
                state.equals("expired") ? "vencido" : "por vencer");
    }
}
