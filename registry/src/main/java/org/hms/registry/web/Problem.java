package org.hms.registry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as RFC 9457 words it; the incident, if any, is the number under which the log holds the cause. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String incident,
        List<Place> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong place: a JSON pointer into the body or the name of a parameter, and what is wrong there. */
    public record Place(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, List.of());
    }

    public Problem at(String pointer, String what) {
        return new Problem(type, title, status, detail, incident, List.of(new Place(pointer, what)));
    }

    public Problem with(List<Place> places) {
        return new Problem(type, title, status, detail, incident, places);
    }

    public Problem withIncident(String number) {
        return new Problem(type, title, status, detail, number, errors);
    }
}
