package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnEvidenceTest {
    private static final String MAPPING = """
            id: id
            columns:
              given:  {as: givenName}
              first:  {as: firstFamilyName}
              second: {as: secondFamilyName}
              birth:  {as: birthDate}
              cedula: {as: identifier}
              phone:  {as: phone}
              mother: {as: motherName}
              town:   {as: place}
            """;
    private static final String HOUSE = ",Zárate,Ovelar,%s,%s,0981555777,Nidia Ovelar,Itauguá";

    @TempDir
    private Path folder;

    private boolean linked(String... rows) {
        var lines = new ArrayList<>(List.of("id,given,first,second,birth,cedula,phone,mother,town"));
        lines.addAll(List.of(rows));
        var written = Written.in(folder, MAPPING, lines);
        var result = new Deduplication(StartModel.of(written.columns()), Progress.NONE).run(written.table());
        return result.report().clusters() < rows.length;
    }

    private static String row(String id, String given, String birth, String cedula) {
        return id + "," + given + HOUSE.formatted(birth, cedula);
    }

    @Test
    void brothersAreNotLinkedByWhatTheirFamilyShares() {
        assertThat(linked(row("1", "Hugo", "1990-05-17", ""), row("2", "Derlis", "1993-11-02", "")))
                .isFalse();
    }

    @Test
    void twinsWithNumbersOfTheirOwnAreNotLinked() {
        assertThat(linked(row("1", "Hugo", "1990-05-17", "4555123"), row("2", "Derlis", "1990-05-17", "4998771")))
                .isFalse();
    }

    @Test
    void onePersonIsLinkedThoughTheNameIsMistyped() {
        assertThat(linked(row("1", "Derlis", "1990-05-17", "4555123"), row("2", "Dervis", "1990-05-17", "")))
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsNoContradiction() {
        assertThat(linked(row("1", "Derlis", "", ""), row("2", "Derlis", "1990-05-17", "")))
                .isTrue();
    }
}
