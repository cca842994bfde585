package org.hms.registry.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityKind;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.facility.Ownership;
import org.hms.registry.facility.SourceRow;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.TerritorySeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a facility lacks, one thing at a time. */
final class AssessmentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Map<String, Jurisdiction> AREAS =
            TerritorySeed.jurisdictions().stream().collect(Collectors.toMap(Jurisdiction::id, Function.identity()));

    private static final Facility WHOLE = without(null);

    /** A facility that has all, but for what this lack is about. */
    private static Facility without(Lack lack) {
        boolean far = lack == Lack.FAR_FROM_DISTRICT;
        var position = lack == Lack.POSITION ? null : new GeoPoint(far ? -20 : -25.28, far ? -60 : -57.59);
        var identifiers = new ArrayList<DirectoryIdentifier>();
        if (lack != Lack.MINISTRY_CODE) {
            identifiers.add(new DirectoryIdentifier(DirectorySystems.MSPBS_ESTABLISHMENT, "18030001"));
        }
        return new Facility(
                lack == Lack.SERVICES ? "f-without" : lack == Lack.ATTESTATION ? "f-unattested" : "f-whole",
                new SourceRow("prueba", "1", "prueba"),
                new FacilityName("Casa", lack == Lack.DAMAGED_NAME ? "Cas\uFFFD" : "Casa"),
                new FacilityKind(
                        lack == Lack.TYPE ? null : new FacilityType("HD", "Hospital Distrital", false),
                        lack == Lack.OWNERSHIP ? null : Ownership.PUBLIC),
                new FacilitySite(
                        lack == Lack.DISTRICT ? null : "py-dis-0000",
                        lack == Lack.HEALTH_REGION ? null : "py-rs-18",
                        null,
                        position),
                identifiers,
                new FacilityService(FacilityStatus.ACTIVE, lack == Lack.PHONE ? List.of() : List.of("0900 1")));
    }

    private static FacilityScore score(Facility facility, Instant attested) {
        return new Assessment(
                        AREAS,
                        Set.of("f-whole", "f-unattested"),
                        Map.of("f-whole", attested, "f-without", attested),
                        NOW,
                        Duration.ofDays(365))
                .of(facility);
    }

    @Test
    void nothingIsLackingWhereAllIsSaid() {
        var score = score(WHOLE, NOW);

        assertThat(score.lacks()).isEmpty();
        assertThat(score.score()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(Lack.class)
    void whatIsLackingIsNamedAndNothingElse(Lack lack) {
        var score = score(without(lack), NOW);

        assertThat(score.lacks()).containsExactly(lack);
        assertThat(score.score()).isBetween(80, 99);
    }

    @Test
    void anAttestationHoldsForAYear() {
        assertThat(score(WHOLE, NOW.minus(Duration.ofDays(364))).lacks()).isEmpty();
        assertThat(score(WHOLE, NOW.minus(Duration.ofDays(366))).lacks()).containsExactly(Lack.ATTESTATION);
    }

    @Test
    void everyLackHasASentenceOfItsOwn() {
        assertThat(Arrays.stream(Lack.values()).map(Lack::sentence)).doesNotHaveDuplicates();
    }
}
