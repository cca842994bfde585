package org.hms.registry.web;

import java.util.regex.Pattern;

/** A route that takes longer bodies than the others: its method, a pattern of its whole path, and how many bytes. */
public record BodyAllowance(String method, Pattern path, long maxBytes) {

    boolean covers(String actualMethod, String actualPath) {
        var trimmed = actualPath.startsWith("/") ? actualPath.substring(1) : actualPath;
        return method.equals(actualMethod) && path.matcher(trimmed).matches();
    }
}
