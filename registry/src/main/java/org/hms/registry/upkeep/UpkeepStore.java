package org.hms.registry.upkeep;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the directory beside its entries. */
public interface UpkeepStore {

    /** One trial of an endpoint. */
    record Check(Instant at, boolean answered, @Nullable String note) {}

    /** When each facility's last request was published: a review by a second person says that it is so. */
    Map<String, Instant> attestations();

    /** The newest check of each endpoint that was checked. */
    Map<String, Check> checks();

    /** Keeps a check; of two at one moment the first stays. */
    void add(String endpoint, Check check, String by);

    /** The places at which some service that is not withdrawn is offered. */
    Set<String> placesWithServices();
}
