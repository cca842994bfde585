package org.hms.terminology.load.rf2;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.hms.terminology.graph.GraphDesignation;
import org.hms.terminology.graph.GraphMember;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphValue;
import org.hms.terminology.graph.RowKind;
import org.hms.terminology.load.UnreadableFile;

/** Turns the rows of each kind of file into what a graph takes; rows not in use are passed over, but for texts and concepts. */
final class Rf2Reader {
    private static final String IN_USE = "1";
    private static final int REFSET_COLUMNS = 6;

    private final GraphSink sink;
    private final LongConsumer progress;

    Rf2Reader(GraphSink sink, LongConsumer progress) {
        this.sink = sink;
        this.progress = progress;
    }

    void read(Rf2File file) throws IOException {
        if (file.isReferenceSet()) {
            readReferenceSet(file);
            return;
        }
        switch (file.content()) {
            case "Concept" -> readConcepts(file);
            case "Description", "TextDefinition" -> file.read(progress, this::description);
            case "Relationship" -> file.read(progress, this::relationship);
            case "RelationshipConcreteValues" -> file.read(progress, this::concreteValue);
            default -> {}
        }
    }

    /** Twice, since all concepts come before what is said of them; the second time is what counts as progress. */
    private void readConcepts(Rf2File file) throws IOException {
        file.read(_ -> {}, fields -> sink.concept(fields[0], !fields[2].equals(IN_USE)));
        file.read(progress, fields -> {
            sink.row(fields[0], RowKind.PROPERTY, "effectiveTime", 0, GraphValue.literal(fields[1]));
            sink.row(fields[0], RowKind.PROPERTY, "moduleId", 0, GraphValue.literal(fields[3]));
            sink.row(fields[0], RowKind.PROPERTY, "definitionStatusId", 0, GraphValue.literal(fields[4]));
        });
    }

    private void description(String[] fields) {
        var inactive = !fields[2].equals(IN_USE);
        sink.designation(
                fields[4], new GraphDesignation(number(fields[0]), fields[5], Sct.use(fields[6]), fields[7], inactive));
    }

    private void relationship(String[] fields) {
        if (!fields[2].equals(IN_USE) || !fields[8].equals(Sct.INFERRED)) {
            return;
        }
        if (fields[7].equals(Sct.IS_A)) {
            sink.isA(fields[4], fields[5]);
        } else {
            sink.row(fields[4], RowKind.ATTRIBUTE, fields[7], group(fields[6]), GraphValue.concept(fields[5]));
        }
    }

    private void concreteValue(String[] fields) {
        if (fields[2].equals(IN_USE)) {
            var raw = fields[5];
            var text = raw.length() > 1 && raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
            sink.row(fields[4], RowKind.ATTRIBUTE, fields[7], group(fields[6]), GraphValue.literal(text));
        }
    }

    private void readReferenceSet(Rf2File file) throws IOException {
        var columns = file.columns();
        var pattern = file.pattern();
        if (columns.size() != REFSET_COLUMNS + pattern.length()) {
            throw new UnreadableFile(file.path().getFileName() + " has other columns than its name says");
        }
        if (file.content().equals("Language")) {
            file.read(progress, fields -> {
                if (fields[2].equals(IN_USE)) {
                    sink.acceptability(number(fields[5]), fields[4], fields[6].equals(Sct.PREFERRED));
                }
            });
            return;
        }
        var names = columns.subList(REFSET_COLUMNS, columns.size());
        file.read(progress, fields -> {
            if (fields[2].equals(IN_USE)) {
                sink.member(new GraphMember(fields[4], fields[5], names, values(fields, pattern)));
            }
        });
    }

    private static List<GraphValue> values(String[] fields, String pattern) {
        var values = new ArrayList<GraphValue>(pattern.length());
        for (var field = 0; field < pattern.length(); field++) {
            var text = fields[REFSET_COLUMNS + field];
            values.add(
                    switch (pattern.charAt(field)) {
                        case 'c' -> GraphValue.concept(text);
                        case 'i' -> GraphValue.literal("#" + text);
                        default -> GraphValue.literal(text);
                    });
        }
        return values;
    }

    private static int group(String text) {
        return (int) number(text);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new UnreadableFile("Not a number: " + text);
        }
    }
}
