package org.hms.registry.quality.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.quality.Scope;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which records are asked about, as query parameters; a source system asks about its own records only. */
public final class ScopeQuery {

    // Jersey fills the constructor; the annotations here are for the documentation, which reads only properties.
    @JsonProperty
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "The id of a source system")
    private final @Nullable String source;

    @JsonProperty
    @Parameter(name = "facility", in = ParameterIn.QUERY, description = "The facility that the records name")
    private final @Nullable String facility;

    @JsonProperty
    @Parameter(name = "district", in = ParameterIn.QUERY, description = "The INE code of the district of residence")
    private final @Nullable String district;

    @JsonProperty
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first month, as 2026-01")
    private final @Nullable YearMonth from;

    @JsonProperty
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "The last month, as 2026-11")
    private final @Nullable YearMonth to;

    public ScopeQuery(
            @QueryParam("source") @Nullable String source,
            @QueryParam("facility") @Nullable String facility,
            @QueryParam("district") @Nullable String district,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        this.source = source;
        this.facility = facility;
        this.district = district;
        this.from = month("from", from);
        this.to = month("to", to);
        if (this.from != null && this.to != null && this.to.isBefore(this.from)) {
            throw ProblemException.badParameter("to", "is not before from");
        }
    }

    private static @Nullable YearMonth month(String name, @Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.badParameter(name, "is a month, as 2026-11");
        }
    }

    Scope scopeFor(Caller caller) {
        var asked = new Scope(source, facility, district, from, to);
        if (caller.role() != Role.SYSTEM) {
            return asked;
        }
        var own = caller.source();
        if (own == null || source != null && !source.equals(own)) {
            throw ProblemException.forbidden("A source system asks about its own records only");
        }
        return asked.ofSource(own);
    }
}
