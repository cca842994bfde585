package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.ActKind;
import org.hms.registry.patient.GoldenField;
import org.hms.registry.patient.Intent;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** An act as a steward states it; the kind says which of the others are needed. */
@Schema(
        description = "same, different: left, right. merge: persons. split: person, records. move: record, to."
                + " pin: person, field, and record or value. deceased: person, deceased. confidential: person.")
public record ActBody(
        @Nullable String kind,
        @Nullable String reason,
        @Nullable String left,
        @Nullable String right,
        @Nullable List<String> persons,
        @Nullable String person,
        @Nullable List<String> records,
        @Nullable String record,
        @Nullable String to,
        @Nullable String field,
        @Nullable ValueBody value,
        @Nullable Boolean deceased) {

    /** A golden value that no record says. */
    public record ValueBody(
            @Nullable PersonName name,
            @Nullable Sex sex,
            @Nullable String birthDate,
            @Nullable Integer birthOrder,
            @Nullable PersonName mother,
            @Nullable Residence residence) {

        Demographics said() {
            return new Demographics(
                    name == null ? List.of() : List.of(name),
                    sex == null ? Sex.UNKNOWN : sex,
                    new Birth(date(), birthOrder, mother),
                    List.of(),
                    residence,
                    List.of(),
                    false);
        }

        private @Nullable PartialDate date() {
            try {
                return birthDate == null ? null : PartialDate.parse(birthDate);
            } catch (DateTimeException e) {
                throw unfit("value/birthDate", "is written YYYY, YYYY-MM or YYYY-MM-DD");
            }
        }
    }

    Intent intent() {
        return switch (actKind()) {
            case SAME -> new Intent.Same(needed("left", left), needed("right", right));
            case DIFFERENT -> new Intent.Different(needed("left", left), needed("right", right));
            case MERGE -> new Intent.Merge(needed("persons", persons));
            case SPLIT -> new Intent.Split(needed("person", person), needed("records", records));
            case MOVE -> new Intent.Move(needed("record", record), needed("to", to));
            case PIN -> pin();
            case DECEASED -> new Intent.Deceased(needed("person", person), deceased == null || deceased);
            case CONFIDENTIAL -> new Intent.Confidential(needed("person", person));
        };
    }

    String statedReason() {
        return needed("reason", reason);
    }

    private ActKind actKind() {
        try {
            return ActKind.valueOf(needed("kind", kind).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw unfit("kind", "is same, different, merge, split, move, pin, deceased or confidential");
        }
    }

    private Intent pin() {
        var golden = GoldenField.findByCode(needed("field", field))
                .filter(one -> one != GoldenField.DECEASED)
                .orElseThrow(() -> unfit("field", "is name, sex, birthDate, birthOrder, mother or residence"));
        if ((record == null) == (value == null)) {
            throw unfit("record", "or value is given, and not both");
        }
        return new Intent.Pin(needed("person", person), golden, record, value == null ? null : value.said());
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw unfit(name, "is needed");
        }
        return value;
    }

    static ProblemException unfit(String name, String what) {
        var problem = ProblemException.unprocessable(name + " " + what).problem();
        return new ProblemException(problem.at("/" + name, what));
    }

    /** A body that is there at all. */
    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemException.badRequest("A JSON body is needed");
        }
        return body;
    }
}
