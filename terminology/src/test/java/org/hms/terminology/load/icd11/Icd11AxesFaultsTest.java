package org.hms.terminology.load.icd11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.terminology.load.icd11.EntityFiles.bytes;
import static org.hms.terminology.load.icd11.EntityFiles.file;
import static org.hms.terminology.load.icd11.EntityFiles.gzip;
import static org.hms.terminology.load.icd11.EntityFiles.zip;
import static org.hms.terminology.load.icd11.InventedRelease.axis;
import static org.hms.terminology.load.icd11.InventedRelease.entity;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hms.terminology.load.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are refused as a whole: the message names the place, and nothing is written. */
class Icd11AxesFaultsTest extends ReleaseAtHand {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"@id\":\"<104>\",\"code\" | line 2: This is not JSON",
                "no JSON at all | line 2: This is not JSON",
                "\"a text\" | line 2: This is no entity",
                "{} | line 2: @id is no entity of a release of ICD-11 MMS: none",
                "{\"@id\":\"http://id.who.int/icd/entity/104\"} | @id is no entity of a release of ICD-11 MMS",
                "{\"@id\":\"http://id.who.int/icd/release/11/2031-07/icf/1\"} | @id is no entity of a release of ICD-11 MMS",
                "{\"@id\":\"http://id.who.int/icd/release/11/2030-01/mms/104\"} | of the release 2030-01, and not of 2031-07",
                "{\"@id\":104} | line 2: @id is no text",
                "{\"@id\":\"<104>\",\"postcoordinationScale\":7} | postcoordinationScale is no list",
                "{\"@id\":\"<104>\",\"postcoordinationScale\":[7]} | postcoordinationScale holds what is no axis",
                "{\"@id\":\"<104>\",\"postcoordinationScale\":[{}]} | An axis lacks its axisName or allowMultipleValues",
            })
    void whatIsNoFileOfEntitiesIsRefusedWithItsPlaceAndNothingIsWritten(String text, String message)
            throws IOException {
        assertRefused(text.replaceAll("<([0-9]+)>", "http://id.who.int/icd/release/11/2031-07/mms/$1"), message);
    }

    static Stream<Arguments> wrongAxes() {
        return Stream.of(
                Arguments.of(axis("a", "\"false\"", "Sometimes", "300"), "allowMultipleValues is not known: Sometimes"),
                Arguments.of(
                        axis("a", "\"perhaps\"", "NotAllowed", "300"),
                        "requiredPostcoordination is neither true nor false: perhaps"),
                Arguments.of(axis("a b", "\"true\"", "NotAllowed", "300"), "axisName is no axis"),
                Arguments.of(axis("a", "\"true\"", "NotAllowed", "3x"), "scaleEntity is no entity of a release"),
                Arguments.of(
                        axis("a", "true", "NotAllowed", "300").replace("2031-07/mms/300", "2030-01/mms/300"),
                        "An axis of the entity 104 has a value of another release"));
    }

    @ParameterizedTest
    @MethodSource("wrongAxes")
    void anAxisThatIsNotUnderstoodIsRefused(String axis, String message) throws IOException {
        assertRefused(entity("104", "Q3", axis), message);
    }

    @Test
    void filesWithNothingOfTheReleaseAndBrokenOnesAreRefused() throws IOException {
        var half = Arrays.copyOf(gzip(bytes(InventedRelease.lines())), 200);
        var empty = file(directory, bytes(""));
        var broken = file(directory, half);
        var without = file(directory, zip("readme.txt", "nothing"));

        assertThatThrownBy(() -> Icd11AxesImporter.read(empty, release()))
                .hasMessage("The file holds no entity of the release");
        assertThatThrownBy(() -> Icd11AxesImporter.read(broken, release())).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Icd11AxesImporter.read(without, release()))
                .hasMessage("The zip holds no file of JSON");
        assertThat(library.list()).hasSize(1);
    }

    private void assertRefused(String text, String message) throws IOException {
        var file = file(directory, bytes(InventedRelease.entities().getFirst() + "\n" + text));

        assertThatThrownBy(() -> Icd11AxesImporter.read(file, release()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message);
        assertThat(library.list()).hasSize(1);
    }
}
