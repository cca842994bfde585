package org.hms.registry.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** A workbook is a zip of well-formed parts in which texts stay texts and numbers numbers. */
final class SpreadsheetTest {

    private static Map<String, String> parts(byte[] workbook) throws Exception {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.put(entry.getName(), text);
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(text)));
            }
        }
        return parts;
    }

    @Test
    void textsStayTextsAndNumbersNumbers() throws Exception {
        var out = new ByteArrayOutputStream();
        Map<String, Object> row = Map.of("name", "Niño <Jesús> & \"Cía\"", "latitude", -25.5, "phone", "=1+1\u0007");

        Spreadsheet.write("lista", List.of("name", "latitude", "phone", "nada"), List.of(row), out);

        var parts = parts(out.toByteArray());
        assertThat(parts)
                .containsOnlyKeys(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("Niño &lt;Jesús&gt; &amp; &quot;Cía&quot;")
                .contains("<c r=\"B2\"><v>-25.5</v></c>")
                .contains("<t xml:space=\"preserve\">=1+1</t>")
                .doesNotContain("<f>", "D2");
    }

    @ParameterizedTest
    @CsvSource({"0,A", "25,Z", "26,AA", "51,AZ", "52,BA", "701,ZZ", "702,AAA"})
    void columnsAreCountedInLetters(int column, String letters) {
        assertThat(Spreadsheet.letters(column)).isEqualTo(letters);
    }
}
