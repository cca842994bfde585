package org.hms.registry.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answers about work that goes on after the request that asked for it: where to ask, how far it is, when to ask again. */
public final class JobAnswer {

    private static final String SECONDS_TO_WAIT = "1";

    private JobAnswer() {}

    /** The work is taken on. */
    public static Response accepted(String url, boolean ended, String progress, Object view) {
        return answer(Response.Status.ACCEPTED, url, ended, progress, view);
    }

    /** How far it is: 202 while it goes on, 200 when it has ended. */
    public static Response status(String url, boolean ended, String progress, Object view) {
        return answer(ended ? Response.Status.OK : Response.Status.ACCEPTED, url, ended, progress, view);
    }

    private static Response answer(Response.Status code, String url, boolean ended, String progress, Object view) {
        var response =
                Response.status(code).header(HttpHeaders.CONTENT_LOCATION, url).entity(view);
        if (!ended) {
            response.header("X-Progress", progress).header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return response.build();
    }
}
