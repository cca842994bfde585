package org.hms.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The door to everything that ships: which data sets there are, and their rows, typed where the registry uses them. The
 * README beside each data set says where it comes from and what it lacks.
 */
public final class SeedData {

    private static final String MANIFEST = "manifest.csv";

    private SeedData() {}

    /** All data sets, in the order of the manifest. */
    public static List<DataSet> dataSets() {
        return read(MANIFEST, SeedData::toDataSet);
    }

    /** Names this edition of all that ships: a digest of the manifest, which holds a checksum of each file. */
    public static String edition() {
        try (var manifest = resource(MANIFEST)) {
            var digest = MessageDigest.getInstance("SHA-256").digest(manifest.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException if no data set has this name */
    public static DataSet dataSet(String name) {
        return dataSets().stream()
                .filter(dataSet -> dataSet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no data set " + name));
    }

    /** The bytes of a data set as they ship: CSV in UTF-8 with a header line. The caller closes the stream. */
    public static InputStream open(DataSet dataSet) {
        return resource(dataSet.path());
    }

    /** The rows of a data set by column name. The caller closes the stream. */
    public static Stream<Map<String, String>> rows(DataSet dataSet) {
        var reader = reader(dataSet.path());
        return reader.stream().map(NamedCsvRecord::getFieldsAsMap).onClose(() -> close(reader));
    }

    public static List<DepartmentRow> departments() {
        return typed("departments", DepartmentRow::of);
    }

    public static List<DistrictRow> districts() {
        return typed("districts", DistrictRow::of);
    }

    public static List<HealthRegionRow> healthRegions() {
        return typed("health-regions", HealthRegionRow::of);
    }

    public static List<LocalityRow> localities() {
        return typed("localities", LocalityRow::of);
    }

    /** The facilities of one list, as that list has them; the same facility may stand in another list too. */
    public static List<FacilityRow> facilities(FacilityList list) {
        return typed(list.dataSet(), row -> FacilityRow.of(list, row));
    }

    /** The facilities of all three lists, list after list. */
    public static List<FacilityRow> facilities() {
        return Arrays.stream(FacilityList.values())
                .flatMap(list -> facilities(list).stream())
                .toList();
    }

    public static List<FacilityTypeRow> facilityTypes() {
        return typed("facility-types", FacilityTypeRow::of);
    }

    public static List<SpecialtyRow> specialties() {
        return typed("specialties", SpecialtyRow::of);
    }

    public static List<LanguageRow> languages() {
        return typed("languages", LanguageRow::of);
    }

    /** Person and facility identifiers of the neighbouring countries. */
    public static List<IdentifierRow> identifiers() {
        return typed("mercosur-identifiers", IdentifierRow::of);
    }

    public static List<LexiconRow> lexicon() {
        return typed("guarani-lexicon", LexiconRow::of);
    }

    private static <T> List<T> typed(String name, Function<CsvRow, T> toRow) {
        return read(dataSet(name).path(), toRow);
    }

    private static <T> List<T> read(String path, Function<CsvRow, T> toRow) {
        try (var reader = reader(path)) {
            return reader.stream()
                    .map(csv -> toRow.apply(new CsvRow(csv.getFieldsAsMap())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The data set " + path + " cannot be read", e);
        }
    }

    private static CsvReader<NamedCsvRecord> reader(String path) {
        return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(resource(path), StandardCharsets.UTF_8));
    }

    private static InputStream resource(String path) {
        var stream = SeedData.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("The resource " + path + " does not ship with this build");
        }
        return stream;
    }

    private static void close(CsvReader<NamedCsvRecord> reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A data set cannot be closed", e);
        }
    }

    private static DataSet toDataSet(CsvRow row) {
        return new DataSet(
                row.text("name"),
                row.text("path"),
                row.text("version"),
                row.text("licence"),
                row.count("rows"),
                row.text("sha256"));
    }
}
