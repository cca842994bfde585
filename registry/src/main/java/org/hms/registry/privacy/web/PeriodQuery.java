package org.hms.registry.privacy.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hms.registry.privacy.AccessReports.Period;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Days from and to, both inclusive, as they begin and end in Paraguay. */
public final class PeriodQuery {

    static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    // Jersey fills the constructor; the annotations here are for the documentation, which reads only properties.
    @JsonProperty
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first day, as 2026-01-01")
    private final LocalDate from;

    @JsonProperty
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "The last day, as 2026-12-31")
    private final LocalDate to;

    public PeriodQuery(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        this.from = day("from", from, FIRST);
        this.to = day("to", to, LAST);
        if (this.to.isBefore(this.from)) {
            throw ProblemException.badParameter("to", "is not before from");
        }
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(LAST) || day.isBefore(LocalDate.EPOCH)) {
                throw ProblemException.badParameter(name, "is a day since 1970");
            }
            return day;
        } catch (DateTimeException e) {
            throw ProblemException.badParameter(name, "is a day, as 2026-11-23");
        }
    }

    Period period() {
        return new Period(begin(from), begin(to.plusDays(1)));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(PARAGUAY).toInstant();
    }
}
