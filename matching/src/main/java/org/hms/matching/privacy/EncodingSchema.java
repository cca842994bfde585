package org.hms.matching.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How records are encoded, hardened, blocked and linked: all that partners agree on but the secret. Its text travels in each
 * encoded file.
 *
 * @param hash SHA-256 of the text without line ends of whichever system
 * @param independent whether each position is drawn by itself, not by double hashing
 * @param showsMissing whether an encoded file tells which features of a record are empty
 * @param threshold from which similarity on a pair is linked; NaN to choose it from the two files
 * @param margin how far the best must lie above the second
 */
public record EncodingSchema(
        String version,
        String hash,
        String text,
        int bits,
        boolean independent,
        boolean showsMissing,
        List<Feature> features,
        List<Hardening> hardening,
        Sampling sampling,
        double threshold,
        double margin) {
    static final int MOST_FEATURES = 31;

    /**
     * How similar encodings find each other in files too large to compare all with all.
     *
     * @param cap of pairs in one block; larger blocks are not opened, but counted
     * @param exhaustiveTo up to how many pairs all are compared
     */
    public record Sampling(int tables, int bits, long cap, long exhaustiveTo) {}

    public EncodingSchema {
        features = List.copyOf(features);
        hardening = List.copyOf(hardening);
    }

    /** The schema that ships: names, birth date, sex, places, phones and parents. */
    public static EncodingSchema shipped() {
        try (var stream = EncodingSchema.class.getResourceAsStream("encoding-schema.yml")) {
            if (stream == null) {
                throw new IllegalStateException("encoding-schema.yml is missing from the class path");
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidEncoding if the file is no schema; the message names the key at fault */
    public static EncodingSchema read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The encoding schema cannot be read: " + file, e);
        }
    }

    public static EncodingSchema parse(String text) {
        return EncodingSchemaReader.read(text.lines().map(String::stripTrailing).toList());
    }

    /** The bits of an encoding after all hardening. */
    public int encodedBits() {
        int length = bits;
        for (var step : hardening) {
            length = step.bits(length);
        }
        return length;
    }

    /** How many positions the features named by a mask usually draw. */
    public int weight(int mask) {
        int weight = 0;
        for (int i = 0; i < features.size(); i++) {
            weight += (mask >>> i & 1) * features.get(i).weight();
        }
        return weight;
    }

    public int everyFeature() {
        return (1 << features.size()) - 1;
    }
}
