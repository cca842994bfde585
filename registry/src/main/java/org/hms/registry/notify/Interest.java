package org.hms.registry.notify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hms.registry.patient.IdentifierSystems;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants to hear of: a topic with filters (Subscriptions R5 Backport), or the search-like criteria of ITI-94,
 * which mean the topic of all patient changes. Kept as it was written and as it was understood.
 */
public record Interest(String criteria, List<String> filters, Topic topic, List<Filter> conditions) {

    private static final String PATIENT = "Patient";
    private static final int MOST_FILTERS = 20;

    public Interest {
        filters = List.copyOf(filters);
        conditions = List.copyOf(conditions);
    }

    /** Reads both forms; throws {@link IllegalArgumentException} with a sentence for what cannot be honoured. */
    public static Interest parse(String criteria, List<String> filters) {
        if (filters.size() > MOST_FILTERS) {
            throw new IllegalArgumentException("A subscription has at most " + MOST_FILTERS + " filters");
        }
        var conditions = new ArrayList<Filter>();
        var topic = Topic.find(criteria).orElse(null);
        if (topic == null) {
            conditions.addAll(query(criteria));
        }
        filters.forEach(filter -> conditions.addAll(query(filter)));
        return new Interest(criteria, filters, topic == null ? Topic.PATIENT_CHANGE : topic, conditions);
    }

    /** Whether the criteria name a topic, and not a search as in ITI-94. */
    public boolean namesTopic() {
        return criteria.equals(topic.url());
    }

    private static List<Filter> query(String text) {
        if (text.equals(PATIENT)) {
            return List.of();
        }
        if (!text.startsWith(PATIENT + "?")) {
            throw new IllegalArgumentException("It is one of the topics, Patient, or Patient?_id=, ?identifier= or"
                    + " ?organization= with a value");
        }
        var conditions = new ArrayList<Filter>();
        for (var pair : text.substring(PATIENT.length() + 1).split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("Each parameter has a name and a value");
            }
            conditions.add(condition(parts[0], decode(parts[1])));
        }
        return conditions;
    }

    private static Filter condition(String name, String value) {
        return switch (name) {
            case "_id" -> new Filter.OfPerson(withoutType(value, PATIENT));
            case "organization" -> new Filter.OfOrganization(withoutType(value, "Organization"));
            case "identifier" -> token(value);
            default -> throw new IllegalArgumentException("Only _id, identifier and organization are filtered by");
        };
    }

    private static Filter token(String value) {
        int bar = value.indexOf('|');
        if (bar < 0) {
            return new Filter.WithIdentifier(null, value);
        }
        var system = bar == 0 ? null : IdentifierSystems.canonical(value.substring(0, bar));
        var rest = value.substring(bar + 1).strip();
        if (system == null) {
            throw new IllegalArgumentException("An identifier names its system: identifier=system|value or system|");
        }
        return new Filter.WithIdentifier(system, rest.isEmpty() ? null : rest);
    }

    private static String withoutType(String value, String type) {
        return value.startsWith(type + "/") ? value.substring(type.length() + 1) : value;
    }

    private static String decode(@Nullable String text) {
        try {
            return URLDecoder.decode(text == null ? "" : text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A percent sign is followed by two hexadecimal digits", e);
        }
    }
}
