package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.junit.jupiter.api.Test;

/** Each golden value comes from one record, and says from which and by which rule. */
final class GoldenRecordsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T12:00:00Z");
    private static final GoldenRecords GOLDEN = new GoldenRecords(
            new SurvivorshipPolicy(),
            said -> !said.names().isEmpty() && said.names().getFirst().given().contains("RN"));
    private static final Map<String, SourceSystem> SOURCES = Map.of(
            "his", new SourceSystem("his", "HIS", Sector.MSPBS, "urn:his", 1),
            "ips", new SourceSystem("ips", "IPS", Sector.IPS, "urn:ips", 2));

    private static SourceRecord record(String source, String number, String given, String birth, Instant at) {
        var identifiers = List.of(new Identifier("urn:" + source, number));
        return record(source, number, demographics(given, birth, identifiers, List.of()), at);
    }

    private static SourceRecord record(String source, String number, Demographics said, Instant at) {
        return new SourceRecord(
                "r-" + source + number, source, new RecordKey("urn:" + source, number), 1, true, "", said, at);
    }

    private static Demographics demographics(
            String given, String birth, List<Identifier> identifiers, List<String> phones) {
        return new Demographics(
                List.of(PersonName.of(given, "Vera", "Rojas")),
                Sex.UNKNOWN,
                birth.isEmpty() ? Birth.UNKNOWN : Birth.on(PartialDate.parse(birth)),
                identifiers,
                null,
                phones,
                false);
    }

    private static GoldenRecord golden(SourceRecord... members) {
        return GOLDEN.of("E", 1, List.of(members), SOURCES, TUESDAY);
    }

    private static GoldenValue provenance(GoldenRecord golden, String field) {
        return golden.provenance().stream()
                .filter(value -> value.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMoreTrustedSourceNamesThePerson() {
        var golden = golden(
                record("ips", "1", "Elba", "1980-05-05", TUESDAY), record("his", "2", "Elva", "1980-05-05", MONDAY));

        assertThat(golden.demographics().names()).containsExactly(PersonName.of("Elva", "Vera", "Rojas"));
        assertThat(provenance(golden, "name")).isEqualTo(new GoldenValue("name", "r-his2", 1, "SURV-01"));
    }

    @Test
    void whatOneSourceLeavesOutTheOtherFillsIn() {
        var golden = golden(record("his", "1", "Elva", "", MONDAY), record("ips", "2", "Elva", "1980-05-05", MONDAY));

        assertThat(golden.demographics().birth().date()).isEqualTo(PartialDate.parse("1980-05-05"));
        assertThat(provenance(golden, "birthDate")).isEqualTo(new GoldenValue("birthDate", "r-ips2", 1, "SURV-00"));
    }

    @Test
    void whatCameWithAnIdentityDocumentCountsMoreThanWhatIsNewer() {
        var document = List.of(new Identifier("urn:his", "1"), new Identifier("urn:cedula", "4"));
        var golden = golden(
                record("his", "1", demographics("Elva", "1980-05-05", document, List.of()), MONDAY),
                record("his", "2", "Elba", "1980-05-05", TUESDAY));

        assertThat(provenance(golden, "name")).isEqualTo(new GoldenValue("name", "r-his1", 1, "SURV-02"));
    }

    @Test
    void aNewbornsPlaceholderGivesWayToANameFromALesserSource() {
        var golden = golden(
                record("his", "1", "RN", "2020-01-01", MONDAY), record("ips", "2", "Elva", "2020-01-01", MONDAY));

        assertThat(golden.demographics().names()).containsExactly(PersonName.of("Elva", "Vera", "Rojas"));
        assertThat(provenance(golden, "birthDate").sourceRecord()).isEqualTo("r-his1");
    }

    @Test
    void aNewbornWhomNobodyHasNamedKeepsItsPlaceholder() {
        var golden = golden(record("his", "1", "RN", "2020-01-01", MONDAY));

        assertThat(golden.demographics().names()).containsExactly(PersonName.of("RN", "Vera", "Rojas"));
    }

    @Test
    void identifiersAndPhonesAreGatheredOnceEach() {
        var shared = new Identifier("urn:cedula", "4");
        var golden = golden(
                record("his", "1", demographics("Elva", "", List.of(shared), List.of("0981", "0971")), MONDAY),
                record("ips", "2", demographics("Elva", "", List.of(shared), List.of("0981")), MONDAY));

        assertThat(golden.demographics().identifiers()).containsExactly(shared);
        assertThat(golden.demographics().phones()).containsExactly("0981", "0971");
    }

    @Test
    void theOrderOfTheMembersDoesNotMatter() {
        var one = record("his", "1", "Elva", "1980-05-05", MONDAY);
        var other = record("his", "2", "Elba", "1980-05-06", MONDAY);

        assertThat(golden(one, other)).isEqualTo(golden(other, one));
    }

    @Test
    void aPersonOfWhomNothingIsSaidHasAnEmptyGoldenRecord() {
        var nothing = new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(), null, List.of(), false);

        var golden = golden(record("his", "1", nothing, MONDAY));

        assertThat(golden.demographics()).isEqualTo(nothing);
        assertThat(golden.provenance()).isEmpty();
    }
}
