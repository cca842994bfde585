package org.hms.registry.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A facility as somebody proposes that it be published, in the codes that people use. */
public record FacilityDraft(
        String name,
        @Nullable String type,
        @Nullable String ownership,
        @Nullable String district,
        @Nullable String healthRegion,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<String> phones,
        @Nullable String mspbsCode) {
    public FacilityDraft {
        phones = List.copyOf(phones);
    }
}
