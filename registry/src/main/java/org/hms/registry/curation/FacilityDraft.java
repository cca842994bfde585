package org.hms.registry.curation;

import java.util.List;
import java.util.Objects;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.territory.DirectoryIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A facility as somebody proposes that it be published, in the codes that people use.
 *
 * @param identifiers other codes it bears; those it bore before stay with it
 * @param status whether it works; absent for one that works, or does as it did
 * @param details what else is told; absent where nothing is, or all stays as it was
 */
public record FacilityDraft(
        String name,
        @Nullable String type,
        @Nullable String ownership,
        @Nullable String district,
        @Nullable String healthRegion,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<String> phones,
        @Nullable String mspbsCode,
        List<DirectoryIdentifier> identifiers,
        @Nullable FacilityStatus status,
        @Nullable FacilityDetails details) {

    /** A facility that works, or does as it did, and of which nothing else is told. */
    public FacilityDraft(
            String name,
            @Nullable String type,
            @Nullable String ownership,
            @Nullable String district,
            @Nullable String healthRegion,
            @Nullable Double latitude,
            @Nullable Double longitude,
            List<String> phones,
            @Nullable String mspbsCode,
            List<DirectoryIdentifier> identifiers) {
        this(
                name,
                type,
                ownership,
                district,
                healthRegion,
                latitude,
                longitude,
                phones,
                mspbsCode,
                identifiers,
                null,
                null);
    }

    public FacilityDraft {
        phones = List.copyOf(phones);
        identifiers = List.copyOf(Objects.requireNonNullElse(identifiers, List.of()));
    }
}
