package org.hms.registry.quality.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/** The facility that a record names as the one that keeps it, read from the content as it was received. */
final class ManagingOrganization {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "managingOrganization";
    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private ManagingOrganization() {}

    /** The facility's code or id; empty where none is named, or by nothing that looks like one. */
    static String of(String content) {
        // Most records name none, and those that do not come as FHIR cannot.
        if (!content.contains('"' + FIELD + '"')) {
            return "";
        }
        try {
            return of(JSON.readTree(content).path(FIELD));
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private static String of(JsonNode organization) {
        var code = organization.path("identifier").path("value").asText("");
        var reference = organization.path("reference").asText("");
        var named = code.isEmpty() ? reference.substring(reference.lastIndexOf('/') + 1) : code;
        return PLAUSIBLE.matcher(named).matches() ? named : "";
    }
}
