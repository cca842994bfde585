package org.hms.terminology.load.loinc;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.GraphDesignation;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphValue;
import org.hms.terminology.graph.RowKind;
import org.hms.terminology.graph.UseCoding;
import org.hms.terminology.load.ReleaseFiles;
import org.hms.terminology.load.UnreadableFile;

/** Hands over terms, parts, answer lists and answers: first which there are, then what is said of each. */
final class LoincReader {
    static final String TABLE = "Loinc.csv";
    private static final String PARTS = "Part.csv";
    private static final String LINKS = "LoincPartLink_Primary.csv";
    private static final String HIERARCHY = "ComponentHierarchyBySystem.csv";
    private static final String ANSWERS = "AnswerList.csv";
    private static final String ANSWERED = "LoincAnswerListLink.csv";
    private static final String CONSUMER_NAMES = "ConsumerName.csv";
    private static final Pattern VARIANT = Pattern.compile("([a-z]{2,3})([A-Z]{2})\\d+LinguisticVariant\\.csv");
    private static final List<String> TEXTS = List.of("LONG_COMMON_NAME", "SHORTNAME", "DisplayName");
    private static final List<String> PROPERTIES = List.of(
            "CLASS",
            "STATUS",
            "CLASSTYPE",
            "ORDER_OBS",
            "VersionLastChanged",
            "VersionFirstReleased",
            "EXAMPLE_UCUM_UNITS",
            "DefinitionDescription",
            "PanelType",
            "UNITSREQUIRED");
    private static final List<String> AXES =
            List.of("COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP");

    private final ReleaseFiles files;
    private final GraphSink sink;
    private final LongConsumer progress;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> said = new HashSet<>();

    LoincReader(ReleaseFiles files, GraphSink sink, LongConsumer progress) {
        this.files = files;
        this.sink = sink;
        this.progress = progress;
    }

    static List<Path> files(ReleaseFiles release) {
        var names = List.of(TABLE, PARTS, LINKS, HIERARCHY, ANSWERS, ANSWERED, CONSUMER_NAMES);
        return release.list().stream()
                .filter(file -> names.contains(file.getFileName().toString()) || isVariant(file))
                .toList();
    }

    void read() throws IOException {
        each(
                TABLE,
                row -> concept(row.getField("LOINC_NUM"), field(row, "STATUS").equals("DEPRECATED")));
        each(
                PARTS,
                row -> concept(row.getField("PartNumber"), field(row, "Status").equals("DEPRECATED")));
        each(HIERARCHY, row -> concept(row.getField("CODE"), false));
        each(ANSWERS, row -> {
            concept(row.getField("AnswerListId"), false);
            concept(field(row, "AnswerStringId"), false);
        });
        var linked = new HashSet<String>();
        each(LINKS, row -> link(row, linked));
        each(TABLE, row -> term(row, linked));
        each(PARTS, row -> part(row));
        each(HIERARCHY, row -> {
            text(row.getField("CODE"), "CODE_TEXT", field(row, "CODE_TEXT"), "en");
            if (!field(row, "IMMEDIATE_PARENT").isEmpty()
                    && said.add(row.getField("CODE") + "<" + row.getField("IMMEDIATE_PARENT"))) {
                sink.isA(row.getField("CODE"), row.getField("IMMEDIATE_PARENT"));
            }
        });
        each(ANSWERS, this::answer);
        each(
                ANSWERED,
                row -> property(
                        row.getField("LoincNumber"), "answer-list", GraphValue.concept(row.getField("AnswerListId"))));
        each(
                CONSUMER_NAMES,
                row -> text(row.getField("LoincNumber"), "ConsumerName", field(row, "ConsumerName"), "en"));
        for (var file : files(files)) {
            var variant = VARIANT.matcher(file.getFileName().toString());
            if (variant.matches()) {
                var language = variant.group(1) + "-" + variant.group(2);
                each(file, row -> variant(row, language));
            }
        }
    }

    private static boolean isVariant(Path file) {
        return VARIANT.matcher(file.getFileName().toString()).matches();
    }

    private void concept(String code, boolean inactive) {
        if (!code.isBlank() && codes.add(code)) {
            sink.concept(code, inactive);
        }
    }

    private void link(NamedCsvRecord row, Set<String> linked) {
        var axis = row.getField("Property");
        axis = axis.substring(axis.lastIndexOf('/') + 1);
        linked.add(row.getField("LoincNumber") + axis);
        property(row.getField("LoincNumber"), axis, GraphValue.concept(row.getField("PartNumber")));
    }

    /** An axis is told by its part; where the release links none, by its text. */
    private void term(NamedCsvRecord row, Set<String> linked) {
        var code = row.getField("LOINC_NUM");
        TEXTS.forEach(column -> text(code, column, field(row, column), "en"));
        for (var column : PROPERTIES) {
            property(code, column, GraphValue.literal(field(row, column)));
        }
        for (var axis : AXES) {
            if (!linked.contains(code + axis)) {
                property(code, axis, GraphValue.literal(field(row, axis)));
            }
        }
        var isForeign = !field(row, "EXTERNAL_COPYRIGHT_NOTICE").isEmpty();
        property(code, "copyright", GraphValue.literal(isForeign ? "3rdParty" : "LOINC"));
    }

    private void part(NamedCsvRecord row) {
        var code = row.getField("PartNumber");
        var display = field(row, "PartDisplayName");
        text(code, "PartDisplayName", display.isEmpty() ? field(row, "PartName") : display, "en");
        property(code, "PartTypeName", GraphValue.literal(field(row, "PartTypeName")));
        property(code, "STATUS", GraphValue.literal(field(row, "Status")));
    }

    private void answer(NamedCsvRecord row) {
        var list = row.getField("AnswerListId");
        text(list, "AnswerListName", field(row, "AnswerListName"), "en");
        var answer = field(row, "AnswerStringId");
        if (!answer.isEmpty()) {
            text(answer, "DisplayText", field(row, "DisplayText"), "en");
            property(answer, "LIST", GraphValue.concept(list));
            property(list, "answer", GraphValue.concept(answer));
        }
    }

    private void variant(NamedCsvRecord row, String language) {
        var code = row.getField("LOINC_NUM");
        for (var column : List.of("LONG_COMMON_NAME", "SHORTNAME", "LinguisticVariantDisplayName")) {
            text(code, column, field(row, column), language);
        }
    }

    private void text(String code, String use, String text, String language) {
        if (!text.isBlank() && codes.contains(code) && said.add(code + "|" + use + "|" + language + "|" + text)) {
            sink.designation(
                    code, new GraphDesignation(0, language, new UseCoding(SystemUri.LOINC, use, use), text, false));
        }
    }

    private void property(String code, String key, GraphValue value) {
        if (!value.text().isBlank() && said.add(code + "=" + key + "=" + value.text())) {
            sink.row(code, RowKind.PROPERTY, key, 0, value);
        }
    }

    private void each(String name, Consumer<NamedCsvRecord> rows) throws IOException {
        var file = files.find(name);
        if (file.isPresent()) {
            each(file.get(), rows);
        }
    }

    private void each(Path file, Consumer<NamedCsvRecord> rows) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var records = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(reader)) {
            for (var row : records) {
                rows.accept(row);
            }
        } catch (CsvParseException | NoSuchElementException e) {
            throw new UnreadableFile(file.getFileName() + ": " + e.getMessage());
        }
        progress.accept(Files.size(file));
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
