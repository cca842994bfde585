package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanonicalsTest {

    @Test
    void anIdIsMadeOfWhatFhirAllowsInOne() {
        assertThat(Canonicals.idOf("icd-10", "2018")).isEqualTo("icd-10-2018");
        assertThat(Canonicals.idOf("snomed", "http://snomed.info/sct/900000000000207008/version/20260101"))
                .isEqualTo("snomed-http-snomed.info-sct-900000000000207008-version-20260101");
    }

    @Test
    void longVersionsThatDifferAtTheirEndHaveDifferentIds() {
        var ids = IntStream.range(0, 1_000)
                .mapToObj(day -> Canonicals.idOf(
                        "A classification with a title of some length", "https://example.org/version/" + day))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9.-]{1,64}"));
        assertThat(ids).first().asString().startsWith("a-classification-with-a-title");
    }
}
