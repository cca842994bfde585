package org.hms.registry.notify;

import java.util.Arrays;
import java.util.Optional;

/** What can be subscribed to, by the canonical URL that a subscription names as its criteria. */
public enum Topic {
    /** Records joined or left a person, or the person's id passed into another or was split. */
    PATIENT_IDENTITY_CHANGE("patient-identity-change"),
    /** The Patient that stands for a person changed: its golden record or its links. */
    PATIENT_CHANGE("patient-change");

    private static final String BASE = "https://registry.hms.gov.py/fhir/SubscriptionTopic/";

    private final String url;

    Topic(String name) {
        this.url = BASE + name;
    }

    /** The topic's canonical URL. */
    public String url() {
        return url;
    }

    static Optional<Topic> find(String url) {
        return Arrays.stream(values()).filter(topic -> topic.url.equals(url)).findFirst();
    }
}
