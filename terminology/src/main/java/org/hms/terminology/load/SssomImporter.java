package org.hms.terminology.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads mappings in SSSOM's TSV: one reading for each pair of code systems. The justification, which SSSOM requires, goes
 * with the comment; a mapping never becomes better than its predicate says.
 */
public final class SssomImporter {
    private static final Pattern PREFIX = Pattern.compile("#\\s{2,}\"?([A-Za-z0-9_.-]+)\"?:\\s*\"?(\\S+?)\"?\\s*");
    private static final String NO_TERM = "sssom:NoTermFound";
    private static final int MAX_CHARACTERS = 128 * 1024 * 1024;

    /** What the target is to the source, in R4's words. */
    private static final Map<String, String> EQUIVALENCES = Map.of(
            "skos:exactMatch", "equivalent",
            "skos:closeMatch", "inexact",
            "skos:broadMatch", "wider",
            "skos:narrowMatch", "narrower",
            "skos:relatedMatch", "relatedto");

    private static final Map<String, String> SYSTEMS = Map.of(
            "http://snomed.info/id/", SystemUri.SNOMED_CT,
            "http://snomed.info/sct/", SystemUri.SNOMED_CT,
            "http://id.who.int/icd/entity/", "http://id.who.int/icd/entity",
            "http://id.who.int/icd/release/11/mms/", SystemUri.ICD_11,
            "https://icd.who.int/browse10/2019/en#/", SystemUri.ICD_10,
            "http://hl7.org/fhir/sid/icd-10/", SystemUri.ICD_10,
            "http://hl7.org/fhir/sid/icd-10-cm/", "http://hl7.org/fhir/sid/icd-10-cm",
            "http://purl.bioontology.org/ontology/ICD10CM/", "http://hl7.org/fhir/sid/icd-10-cm");

    private record Pair(String source, String target) {}

    private record Entity(String system, String code) {}

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<Pair, List<MapRow>> mappings = new LinkedHashMap<>();
    private final List<RowIssue> rejected = new ArrayList<>();

    private SssomImporter() {}

    /** What a row lacks or does not say in SSSOM's words is rejected, and stands with the first reading. */
    public static List<MapReading> read(InputStream file) {
        var importer = new SssomImporter();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            importer.readTable(importer.readHeader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return importer.toReadings();
    }

    /** Takes the lines with a number sign for what they are; gives the table. */
    private String readHeader(BufferedReader lines) throws IOException {
        var table = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (table.isEmpty() && line.startsWith("#")) {
                var prefix = PREFIX.matcher(line);
                if (prefix.matches()) {
                    prefixes.put(prefix.group(1), prefix.group(2));
                }
            } else if (table.length() + line.length() > MAX_CHARACTERS) {
                throw new UnreadableFile("A mapping set has at most 128 million characters");
            } else {
                table.append(line).append('\n');
            }
        }
        return table.toString();
    }

    private void readTable(String table) throws IOException {
        try (var rows = CsvReader.builder()
                .fieldSeparator('\t')
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(new StringReader(table))) {
            for (var row : rows) {
                readRow(row);
            }
        }
    }

    private void readRow(NamedCsvRecord row) {
        var line = row.getStartingLineNumber();
        var subject = field(row, "subject_id");
        var object = field(row, "object_id");
        var isNone = object.equals(NO_TERM);
        var source = entity(subject);
        var target = isNone ? new Entity(entitySystem(field(row, "object_source")), "") : entity(object);
        var equivalence = equivalence(row, isNone);
        if (source == null || target == null || target.system().isEmpty()) {
            rejected.add(new RowIssue(line, subject, "An identifier has no prefix that the file explains"));
        } else if (equivalence.isEmpty()) {
            rejected.add(new RowIssue(line, subject, "No such predicate: " + field(row, "predicate_id")));
        } else if (field(row, "mapping_justification").isEmpty()) {
            rejected.add(new RowIssue(line, subject, "The mapping has no justification"));
        } else {
            mappings.computeIfAbsent(new Pair(source.system(), target.system()), _ -> new ArrayList<>())
                    .add(new MapRow(
                            source.code(),
                            field(row, "subject_label"),
                            target.code(),
                            isNone ? "" : field(row, "object_label"),
                            equivalence,
                            (field(row, "mapping_justification") + " " + field(row, "comment")).strip()));
        }
    }

    private static String equivalence(NamedCsvRecord row, boolean isNone) {
        if (isNone) {
            return "unmatched";
        }
        return field(row, "predicate_modifier").equals("Not")
                ? "disjoint"
                : EQUIVALENCES.getOrDefault(field(row, "predicate_id"), "");
    }

    private @Nullable Entity entity(String curie) {
        var colon = curie.indexOf(':');
        var namespace = colon < 0 ? null : prefixes.get(curie.substring(0, colon));
        return namespace == null || colon == curie.length() - 1
                ? null
                : new Entity(entitySystem(namespace), curie.substring(colon + 1));
    }

    /** The code system's canonical URI, where the namespace is not that itself. */
    private static String entitySystem(String namespace) {
        return SYSTEMS.getOrDefault(namespace, namespace);
    }

    private List<MapReading> toReadings() {
        var readings = new ArrayList<MapReading>();
        mappings.forEach((pair, rows) -> readings.add(new MapReading(
                name(pair), pair.source(), pair.target(), rows, readings.isEmpty() ? rejected : List.of())));
        return readings.isEmpty() ? List.of(new MapReading("", "", "", List.of(), rejected)) : readings;
    }

    private static String name(Pair pair) {
        return "sssom-" + shortName(pair.source()) + "-to-" + shortName(pair.target());
    }

    private static String shortName(String system) {
        var plain = system.replaceAll("[/#_]+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1)
                .replaceAll("[^A-Za-z0-9]+", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
