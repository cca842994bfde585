package org.hms.registry.reconcile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hms.registry.reconcile.ListedFacility.Whereabouts;
import org.hms.registry.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of facilities from CSV with a header. Which column is which is told by the usual headings in Spanish and
 * English; a mapping names others. Cells are parted by whichever of {@code , ; tab |} the header has most of; bytes that are
 * not UTF-8 are read as Windows-1252.
 */
public final class FacilityListFile {

    private static final String SEPARATORS = ",;\t|";

    private FacilityListFile() {}

    /** The text of a file whose encoding nobody told. */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /**
     * @param idColumn heading of the column whose value names a row
     * @param mapping headings by what they hold, where the usual ones do not: {@code name}, {@code type}, {@code district} …
     * @throws InvalidFacilityList naming the column or the line at fault
     */
    public static List<ListedFacility> read(String csv, String idColumn, Map<String, String> mapping) {
        var facilities = new ArrayList<ListedFacility>();
        var ids = new HashSet<String>();
        @Nullable ListHeader header = null;
        try {
            for (var row : reader(separator(csv)).ofCsvRecord(csv)) {
                if (header == null) {
                    header = new ListHeader(row.getFields(), idColumn, mapping);
                    continue;
                }
                var facility = facility(header, row);
                if (!ids.add(facility.id())) {
                    throw fault(row, "this id stands in another row too");
                }
                facilities.add(facility);
            }
        } catch (CsvParseException e) {
            throw new InvalidFacilityList("The list is no CSV: " + e.getMessage());
        }
        if (header == null) {
            throw new InvalidFacilityList("The list is empty");
        }
        return facilities;
    }

    private static char separator(String csv) {
        var header = csv.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static ListedFacility facility(ListHeader header, CsvRecord row) {
        var cells = row.getFields();
        var id = header.id(cells);
        var name = header.text(cells, ListColumn.NAME);
        if (id.isEmpty() || name.isEmpty()) {
            throw fault(row, id.isEmpty() ? "the row has no id" : "the facility has no name");
        }
        var phone = header.text(cells, ListColumn.PHONE);
        return new ListedFacility(
                id,
                name,
                known(header.text(cells, ListColumn.TYPE)),
                known(header.text(cells, ListColumn.OWNERSHIP)),
                new Whereabouts(
                        known(header.text(cells, ListColumn.DISTRICT_CODE)),
                        known(header.text(cells, ListColumn.DISTRICT)),
                        known(header.text(cells, ListColumn.REGION)),
                        point(header, row)),
                phone.isEmpty() ? List.of() : List.of(phone.split("[/;,]", -1)));
    }

    private static @Nullable String known(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable GeoPoint point(ListHeader header, CsvRecord row) {
        var latitude = header.text(row.getFields(), ListColumn.LATITUDE);
        var longitude = header.text(row.getFields(), ListColumn.LONGITUDE);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return null;
        }
        try {
            return new GeoPoint(degrees(latitude), degrees(longitude));
        } catch (IllegalArgumentException e) {
            throw fault(row, "latitude and longitude are no place on Earth");
        }
    }

    private static double degrees(String cell) {
        return Double.parseDouble(cell.replace(',', '.'));
    }

    private static InvalidFacilityList fault(CsvRecord row, String what) {
        return new InvalidFacilityList("Line " + row.getStartingLineNumber() + ": " + what);
    }
}
