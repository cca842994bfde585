package org.hms.terminology.system;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes the data file of a generation. Its form, big endian: a magic number, the number of codes n, then int[n] parents,
 * int[n] interval ends, int[n] ordinals sorted by code, int[n+1] record offsets, then the records.
 */
final class GenerationFile {
    static final String NAME = "codes.bin";
    static final int MAGIC = 0x484d5331;
    static final int HEADER_BYTES = 8;

    private GenerationFile() {}

    static void write(Path directory, TreeOrder tree) throws IOException {
        var records = new ByteArrayOutputStream();
        var offsets = new int[tree.concepts().size() + 1];
        for (var ordinal = 0; ordinal < tree.concepts().size(); ordinal++) {
            offsets[ordinal] = records.size();
            writeRecord(records, tree.concepts().get(ordinal));
        }
        offsets[tree.concepts().size()] = records.size();
        try (var file = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(directory.resolve(NAME)), 1 << 16))) {
            file.writeInt(MAGIC);
            file.writeInt(tree.concepts().size());
            writeInts(file, tree.parents());
            writeInts(file, tree.ends());
            writeInts(file, sortedByCode(tree));
            writeInts(file, offsets);
            records.writeTo(file);
        }
    }

    private static void writeRecord(OutputStream records, SourceConcept concept) throws IOException {
        var record = new DataOutputStream(records);
        writeText(record, concept.code());
        record.writeShort(concept.designations().size());
        for (var designation : concept.designations()) {
            writeText(record, designation.language());
            record.writeByte(designation.use().ordinal());
            writeText(record, designation.text());
        }
        // Sorted, so that the same source always makes the same bytes.
        var properties = new TreeMap<>(concept.properties());
        record.writeShort(properties.size());
        for (var property : properties.entrySet()) {
            writeText(record, property.getKey());
            writeText(record, property.getValue());
        }
    }

    private static void writeText(DataOutputStream record, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("A text of a code system is longer than 32,767 bytes");
        }
        record.writeShort(bytes.length);
        record.write(bytes);
    }

    private static int[] sortedByCode(TreeOrder tree) {
        var codes = tree.concepts().stream()
                .map(concept -> concept.code().getBytes(StandardCharsets.UTF_8))
                .toList();
        Comparator<Integer> byBytes = (left, right) -> Arrays.compareUnsigned(codes.get(left), codes.get(right));
        return IntStream.range(0, codes.size())
                .boxed()
                .sorted(byBytes)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void writeInts(DataOutputStream file, int[] values) throws IOException {
        for (var value : values) {
            file.writeInt(value);
        }
    }
}
