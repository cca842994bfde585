package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecordIdsTest {

    private final RecordIds ids =
            new RecordIds("a secret of this installation only".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Test
    void aKeyAlwaysHasTheSameNameWhichDoesNotShowTheSourcesNumber() {
        var name = ids.of(new RecordKey("urn:oid:1.2.3", "4555666"));

        assertThat(name).matches("r-[0-9a-f]{24}").doesNotContain("4555666");
        assertThat(ids.of(new RecordKey("urn:oid:1.2.3", "4555666"))).isEqualTo(name);
    }

    @Test
    void systemAndValueDoNotRunIntoEachOther() {
        assertThat(ids.of(new RecordKey("a", "bc"))).isNotEqualTo(ids.of(new RecordKey("ab", "c")));
        assertThat(ids.of(new RecordKey("a", "1"))).isNotEqualTo(ids.of(new RecordKey("b", "1")));
    }

    @Test
    void anotherInstallationNamesTheSameKeyOtherwise() {
        var other = new RecordIds(new byte[32]);

        assertThat(other.of(new RecordKey("a", "1"))).isNotEqualTo(ids.of(new RecordKey("a", "1")));
    }
}
