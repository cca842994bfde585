package org.hms.registry.job.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hms.registry.job.remote.ServiceClient.Answer;
import org.jspecify.annotations.Nullable;

/** Stores code systems, value sets and concept maps in a running registry: by URL and version, and only what is new there. */
public final class CanonicalUpload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = Set.of("CodeSystem", "ValueSet", "ConceptMap");
    private static final String FHIR = "application/fhir+json";

    private final ServiceClient service;
    private final boolean dryRun;

    /** What became of a resource, or would become of it. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** A resource of a type that is not stored here. */
        PASSED_OVER,
        REJECTED
    }

    /** The outcome for one resource; the reason where it was passed over or rejected. */
    public record Result(Outcome outcome, String type, String reason) {}

    public CanonicalUpload(ServiceClient service, boolean dryRun) {
        this.service = service;
        this.dryRun = dryRun;
    }

    public Result upload(String json) throws InterruptedException {
        JsonNode parsed;
        try {
            parsed = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return rejected("", "No JSON at line " + (place == null ? 1 : place.getLineNr()) + " of the file");
        }
        var type = parsed.path("resourceType").asText();
        if (!(parsed instanceof ObjectNode resource) || !TYPES.contains(type)) {
            return new Result(Outcome.PASSED_OVER, type, "Not a code system, value set or concept map");
        }
        var lack = lack(resource);
        return lack == null ? store(type, resource) : rejected(type, lack);
    }

    /** What the registry would refuse it for in any case. */
    private static @Nullable String lack(ObjectNode resource) {
        var url = resource.path("url").asText();
        if (!url.matches("(https?://|urn:)[^\\s|]+")) {
            return "It has no absolute URL without a version";
        }
        if (resource.path("status").asText().isEmpty()) {
            return "It has no status";
        }
        return resource.path("content").asText().equals("not-present")
                ? "It has no content; the release itself is imported"
                : null;
    }

    private Result store(String type, ObjectNode resource) throws InterruptedException {
        var known = find(type, resource);
        if (known != null && content(known).equals(content(resource))) {
            return new Result(Outcome.UNCHANGED, type, "");
        }
        var outcome = known == null ? Outcome.CREATED : Outcome.UPDATED;
        if (dryRun) {
            return new Result(outcome, type, "");
        }
        var sent = content(resource);
        Answer answer;
        if (known == null) {
            answer = service.store("POST", "/fhir/" + type, sent.toString());
        } else {
            var id = known.path("id").asText();
            sent.put("id", id);
            answer = service.store("PUT", "/fhir/" + type + "/" + id, sent.toString());
        }
        return answer.ok() ? new Result(outcome, type, "") : rejected(type, refusal(answer));
    }

    private @Nullable JsonNode find(String type, ObjectNode resource) throws InterruptedException {
        var query = "/fhir/" + type + "?url="
                + ServiceClient.encode(resource.path("url").asText());
        var answer = service.send("GET", query, FHIR, "");
        if (!answer.ok()) {
            throw new IllegalStateException("The registry does not say what it has: " + refusal(answer));
        }
        for (var entry : read(answer.body()).path("entry")) {
            var found = entry.path("resource");
            if (Objects.equals(found.get("version"), resource.get("version"))) {
                return found;
            }
        }
        return null;
    }

    /** Without what the registry sets itself. */
    private static ObjectNode content(JsonNode resource) {
        ObjectNode copy = resource.deepCopy();
        copy.remove(List.of("id", "meta"));
        return copy;
    }

    private static Result rejected(String type, String reason) {
        return new Result(Outcome.REJECTED, type, reason);
    }

    private static String refusal(Answer answer) {
        var issue = read(answer.body()).path("issue").path(0);
        var text = issue.path("details")
                .path("text")
                .asText(issue.path("diagnostics").asText());
        return text.isEmpty() ? "Refused with status " + answer.status() : text;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }
}
