package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.jspecify.annotations.Nullable;

/** Puts stewards' values in the place of those that the rules of survivorship chose; of several acts the newest counts. */
final class Pins {

    /** Stands in provenance where a rule's id stands otherwise. */
    static final String RULE = "STEWARD";

    private Pins() {}

    static GoldenRecord applied(GoldenRecord golden, List<GoldenMark> marks, Collection<SourceRecord> members) {
        var said = golden.demographics();
        var provenance = new ArrayList<>(golden.provenance());
        boolean pinned = false;
        for (var field : GoldenField.values()) {
            var pin = newest(field, marks, members).orElse(null);
            if (pin != null) {
                said = field.taken(pin.said(), said);
                provenance.removeIf(value -> value.field().equals(field.code()));
                provenance.add(pin.provenance(field));
                pinned = true;
            }
        }
        if (!pinned) {
            return golden;
        }
        provenance.sort(Comparator.comparingInt(Pins::place));
        return new GoldenRecord(golden.eid(), golden.version(), said, provenance, golden.at());
    }

    private static int place(GoldenValue value) {
        return GoldenField.findByCode(value.field()).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** A mark that says something today: a record that no longer states the field is not heard. */
    private record Pin(
            long act, Demographics said, @Nullable SourceRecord record) {
        GoldenValue provenance(GoldenField field) {
            return record == null
                    ? new GoldenValue(field.code(), "act/" + act, 0, RULE)
                    : new GoldenValue(field.code(), record.id(), record.version(), RULE);
        }
    }

    private static Optional<Pin> newest(GoldenField field, List<GoldenMark> marks, Collection<SourceRecord> members) {
        var pins = new ArrayList<Pin>();
        for (var member : members) {
            for (var mark : marks) {
                if (mark.record().equals(member.id()) && mark.field().equals(field.code())) {
                    var said = mark.fromRecord() ? member.demographics() : mark.said();
                    if (said != null && field.isStatedIn(said)) {
                        pins.add(new Pin(mark.act(), said, mark.fromRecord() ? member : null));
                    }
                }
            }
        }
        return pins.stream().max(Comparator.comparingLong(Pin::act));
    }
}
