package org.hms.registry.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: take it as {@code @BeanParam}; nonsense is refused by name. */
public final class Page {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_OFFSET = 1_000_000;

    // Jersey fills the constructor; the annotations here are for the documentation, which reads only properties.
    @JsonProperty
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "How many, 1 to 500; 20 when absent")
    private final int limit;

    @JsonProperty
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "How many to leave out first")
    private final int offset;

    public Page(@QueryParam("limit") @Nullable String limit, @QueryParam("offset") @Nullable String offset) {
        this.limit = number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        this.offset = number("offset", offset, 0, 0, MAX_OFFSET);
    }

    public int limit() {
        return limit;
    }

    public int offset() {
        return offset;
    }

    private static int number(String name, @Nullable String text, int otherwise, int least, int most) {
        if (text == null) {
            return otherwise;
        }
        var number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw ProblemException.badParameter(name, "is a whole number from " + least + " to " + most);
        }
        return number;
    }
}
