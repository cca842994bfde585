package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.junit.jupiter.api.Test;

final class PinsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SourceRecord FIRST = record("r-1", "Elva", Sex.FEMALE);
    private static final SourceRecord SECOND = record("r-2", "Elba", Sex.UNKNOWN);
    private static final GoldenRecord DERIVED =
            new GoldenRecord("E", 3, FIRST.demographics(), List.of(new GoldenValue("name", "r-1", 1, "SURV-01")), NOON);

    private static SourceRecord record(String id, String given, Sex sex) {
        return new SourceRecord(id, "his", new RecordKey("urn:his", id), 1, true, "", said(given, sex, false), NOON);
    }

    private static Demographics said(String given, Sex sex, boolean deceased) {
        return new Demographics(
                List.of(PersonName.of(given, "Vera")), sex, Birth.UNKNOWN, List.of(), null, List.of(), deceased);
    }

    private static GoldenRecord applied(GoldenMark... marks) {
        return Pins.applied(DERIVED, List.of(marks), List.of(FIRST, SECOND));
    }

    @Test
    void withoutMarksTheRulesHaveTheLastWord() {
        assertThat(applied()).isEqualTo(DERIVED);
    }

    @Test
    void aPinnedRecordGivesItsValueAndIsNamed() {
        var golden = applied(new GoldenMark(7, "r-2", "name", true, null));

        assertThat(golden.demographics().names()).containsExactly(PersonName.of("Elba", "Vera"));
        assertThat(golden.demographics().sex()).isEqualTo(Sex.FEMALE);
        assertThat(golden.provenance()).containsExactly(new GoldenValue("name", "r-2", 1, "STEWARD"));
    }

    @Test
    void aValueThatNoRecordSaysIsNamedByItsAct() {
        var golden = applied(new GoldenMark(7, "r-1", "name", false, said("Elvira", Sex.UNKNOWN, false)));

        assertThat(golden.demographics().names()).containsExactly(PersonName.of("Elvira", "Vera"));
        assertThat(golden.provenance()).containsExactly(new GoldenValue("name", "act/7", 0, "STEWARD"));
    }

    @Test
    void theNewestActCounts() {
        var golden = applied(
                new GoldenMark(9, "r-1", "deceased", false, said("x", Sex.UNKNOWN, true)),
                new GoldenMark(8, "r-2", "deceased", false, said("x", Sex.UNKNOWN, false)));

        assertThat(golden.demographics().deceased()).isTrue();
    }

    @Test
    void whatWasPinnedOfARecordThatIsElsewhereOrNowSilentIsNotHeard() {
        assertThat(applied(new GoldenMark(7, "r-3", "name", true, null))).isEqualTo(DERIVED);
        assertThat(applied(new GoldenMark(7, "r-2", "sex", true, null))).isEqualTo(DERIVED);
        assertThat(applied(new GoldenMark(7, "r-1", GoldenMark.CONFIDENTIAL, false, null)))
                .isEqualTo(DERIVED);
    }
}
