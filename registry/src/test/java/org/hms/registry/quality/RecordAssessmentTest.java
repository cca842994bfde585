package org.hms.registry.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hms.matching.PersonMatcher;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.quality.RecordFindings.Reason;
import org.junit.jupiter.api.Test;

/** What one record lacks, and whether it makes an identity provisional. */
final class RecordAssessmentTest {

    private static final String CEDULA = "https://registry.hms.gov.py/id/cedula";
    private static final Instant FIRST = Instant.parse("2026-01-10T12:00:00Z");
    private static final Map<String, SourceSystem> SOURCES = Map.of(
            "his", new SourceSystem("his", "HIS", Sector.MSPBS, "urn:his", 1),
            "ips", new SourceSystem("ips", "IPS", Sector.IPS, "urn:ips", 2));
    private static final RecordAssessment ASSESSMENT =
            new RecordAssessment(new PersonMatcher(MatchModel.read(TestFoundation.MODEL)), Set.of("0101")::contains);

    private static final PersonName NAME = PersonName.of("Elva", "Vera", "Rojas");
    private static final Identifier DOCUMENT = new Identifier(CEDULA, "3120457");
    private static final Residence HOME = new Residence("01", "0101", null);
    private static final PersonName MOTHER = PersonName.of("Mirta", "Rojas", "Godoy");

    private static RecordFindings assess(String source, Demographics said) {
        return assess(source, said, FIRST);
    }

    private static RecordFindings assess(String source, Demographics said, Instant receivedAt) {
        var key = new RecordKey("urn:" + source, "1");
        var record = new SourceRecord("r-1", source, key, 1, true, "", said, receivedAt);
        return ASSESSMENT.assess(record, FIRST, SOURCES);
    }

    private static Demographics said(PersonName name, String birth, List<Identifier> identifiers) {
        return new Demographics(
                List.of(name),
                Sex.FEMALE,
                new Birth(PartialDate.parse(birth), null, MOTHER),
                identifiers,
                HOME,
                List.of("0981400123"),
                false);
    }

    private static List<Integer> codes(int... more) {
        return IntStream.concat(IntStream.of(Indicator.RECORD), IntStream.of(more))
                .sorted()
                .boxed()
                .toList();
    }

    @Test
    void aRecordThatSaysEverythingOffendsNothing() {
        var findings = assess("his", said(NAME, "1980-05-05", List.of(DOCUMENT)));

        assertThat(findings).isEqualTo(new RecordFindings("0101", codes(), true, null));
    }

    @Test
    void aRecordThatSaysNothingLacksEverythingButTheMotherOfAnAdult() {
        var findings = assess(
                "his", new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(), null, List.of(), false));

        assertThat(findings.codes()).isEqualTo(codes(10, 20, 30, 40, 50, 60, 80, 101));
    }

    @Test
    void aMinorShouldNameTheMother() {
        var child = new Demographics(
                List.of(NAME),
                Sex.FEMALE,
                Birth.on(PartialDate.parse("2019-03-03")),
                List.of(DOCUMENT),
                HOME,
                List.of("0981400123"),
                false);

        assertThat(assess("his", child).codes()).isEqualTo(codes(Indicator.MINOR, Indicator.MOTHER.missing()));
    }

    @Test
    void valuesOfNoUseAreInvalidAndNotMissing() {
        var careless = new Demographics(
                List.of(PersonName.of("NN", "Vera", "NN")),
                Sex.FEMALE,
                Birth.on(PartialDate.parse("2199-01-01")),
                List.of(new Identifier(CEDULA, "9999999")),
                new Residence("99", "9999", null),
                List.of("000"),
                false);

        var findings = assess("his", careless);

        assertThat(findings.codes())
                .contains(
                        Indicator.IDENTIFIER.invalid(),
                        Indicator.NAME.invalid(),
                        Indicator.SURNAMES.invalid(),
                        Indicator.BIRTH_DATE.invalid(),
                        Indicator.DISTRICT.invalid(),
                        Indicator.PHONE.invalid(),
                        Indicator.PLACEHOLDER.missing())
                .doesNotContain(Indicator.IDENTIFIER.missing(), Indicator.DISTRICT.missing());
        assertThat(findings.district()).isEmpty();
        assertThat(findings.documented()).isFalse();
    }

    @Test
    void theNumberThatASourceGivesIsNoDocument() {
        var own = List.of(new Identifier("urn:his", "1"), new Identifier("urn:ips", "77"));

        var findings = assess("his", said(NAME, "1980-05-05", own));

        assertThat(findings.codes()).isEqualTo(codes(Indicator.IDENTIFIER.missing()));
    }

    @Test
    void aChildOfTheIpsWithoutADocumentIsProvisional() {
        assertThat(assess("ips", said(NAME, "2019-05-05", List.of())).provisional())
                .isEqualTo(Reason.IPS_CHILD);
        assertThat(assess("ips", said(NAME, "2019-05-05", List.of(DOCUMENT))).provisional())
                .isNull();
        assertThat(assess("ips", said(NAME, "1980-05-05", List.of())).provisional())
                .isNull();
        assertThat(assess("his", said(NAME, "2019-05-05", List.of())).provisional())
                .isNull();
    }

    @Test
    void aNewbornUnderAPlaceholderIsProvisionalInEverySource() {
        var newborn = PersonName.of("RN", "Vera", "Rojas");

        assertThat(assess("his", said(newborn, "2026-01-09", List.of())).provisional())
                .isEqualTo(Reason.NEWBORN);
    }

    @Test
    void nobodyStopsBeingProvisionalByGrowingUp() {
        var born = said(NAME, "2010-05-05", List.of());

        assertThat(assess("ips", born, Instant.parse("2031-01-01T00:00:00Z")).provisional())
                .isEqualTo(Reason.IPS_CHILD);
    }

    @Test
    void whoHasNeitherDocumentNorDescriptionCannotBeLinked() {
        var described = assess("his", said(NAME, "1980-05-05", List.of()));
        var unnamed = assess("his", said(PersonName.of("NN", "NN"), "1980-05-05", List.of()));

        assertThat(described.codes()).doesNotContain(Indicator.UNLINKABLE.missing());
        assertThat(unnamed.codes()).contains(Indicator.UNLINKABLE.missing());
    }
}
