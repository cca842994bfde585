package org.hms.matching.block;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Word;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.PostalAddress;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** Writes a comparable person as a few hundred bytes and reads it back. The first byte is the version of the form. */
public final class ComparablePersonCodec {
    /** Goes up with the form, and whenever standardisation or sounds change: an index of another version starts empty. */
    public static final int VERSION = 5;

    private ComparablePersonCodec() {}

    public static byte[] encode(ComparablePerson person) {
        var bytes = new ByteArrayOutputStream(384);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeDemographics(out, person.demographics());
            writeAll(out, person.names(), ComparablePersonCodec::writeComparableName);
            out.writeBoolean(person.newborn());
            writeNullable(out, person.birthDate(), (o, date) -> o.writeInt(date.digits()));
            writeAll(out, person.identifiers(), ComparablePersonCodec::writeIdentifier);
            writeAll(out, person.phones(), ComparablePersonCodec::writeText);
            writeNullable(out, person.mother(), ComparablePersonCodec::writeComparableName);
            writeAll(out, List.copyOf(person.attributes().entrySet()), (o, attribute) -> {
                writeText(o, attribute.getKey());
                writeText(o, attribute.getValue());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static ComparablePerson decode(byte[] bytes, int offset, int length) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("A person written in form " + version + " cannot be read");
            }
            return new ComparablePerson(
                    readDemographics(in),
                    readAll(in, ComparablePersonCodec::readComparableName),
                    in.readBoolean(),
                    readNullable(in, i -> date(i.readInt())),
                    readAll(in, ComparablePersonCodec::readIdentifier),
                    readAll(in, ComparablePersonCodec::readText),
                    readNullable(in, ComparablePersonCodec::readComparableName),
                    attributes(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ComparablePerson decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    private static void writeDemographics(DataOutputStream out, Demographics person) throws IOException {
        writeAll(out, person.names(), ComparablePersonCodec::writeName);
        out.writeByte(person.sex().ordinal());
        writeNullable(out, person.birth().date(), (o, date) -> writeText(o, date.toString()));
        writeNullable(out, person.birth().order(), (o, order) -> o.writeInt(order));
        writeNullable(out, person.birth().mother(), ComparablePersonCodec::writeName);
        writeAll(out, person.identifiers(), ComparablePersonCodec::writeIdentifier);
        writeNullable(out, person.residence(), (o, residence) -> {
            writeNullable(o, residence.department(), ComparablePersonCodec::writeText);
            writeNullable(o, residence.district(), ComparablePersonCodec::writeText);
            writeNullable(o, residence.text(), ComparablePersonCodec::writeText);
            writeNullable(o, residence.postal(), ComparablePersonCodec::writePostal);
        });
        writeAll(out, person.phones(), ComparablePersonCodec::writeText);
        out.writeBoolean(person.deceased());
    }

    private static Demographics readDemographics(DataInputStream in) throws IOException {
        return new Demographics(
                readAll(in, ComparablePersonCodec::readName),
                Sex.values()[in.readByte()],
                new Birth(
                        readNullable(in, i -> PartialDate.parse(readText(i))),
                        readNullable(in, DataInputStream::readInt),
                        readNullable(in, ComparablePersonCodec::readName)),
                readAll(in, ComparablePersonCodec::readIdentifier),
                readNullable(in, ComparablePersonCodec::readResidence),
                readAll(in, ComparablePersonCodec::readText),
                in.readBoolean());
    }

    private static Residence readResidence(DataInputStream in) throws IOException {
        return new Residence(
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readPostal));
    }

    private static void writePostal(DataOutputStream out, PostalAddress postal) throws IOException {
        writeAll(out, postal.lines(), ComparablePersonCodec::writeText);
        writeNullable(out, postal.city(), ComparablePersonCodec::writeText);
        writeNullable(out, postal.state(), ComparablePersonCodec::writeText);
        writeNullable(out, postal.postalCode(), ComparablePersonCodec::writeText);
        writeNullable(out, postal.country(), ComparablePersonCodec::writeText);
    }

    private static PostalAddress readPostal(DataInputStream in) throws IOException {
        return new PostalAddress(
                readAll(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText));
    }

    private static void writeName(DataOutputStream out, PersonName name) throws IOException {
        writeAll(out, name.given(), ComparablePersonCodec::writeText);
        writeAll(out, name.family(), ComparablePersonCodec::writeText);
        writeNullable(out, name.marriedFamily(), ComparablePersonCodec::writeText);
    }

    private static PersonName readName(DataInputStream in) throws IOException {
        return new PersonName(
                readAll(in, ComparablePersonCodec::readText),
                readAll(in, ComparablePersonCodec::readText),
                readNullable(in, ComparablePersonCodec::readText));
    }

    private static void writeComparableName(DataOutputStream out, ComparableName name) throws IOException {
        writeAll(out, name.given().each(), (o, word) -> writeText(o, word.exact()));
        writeAll(out, name.family().each(), (o, word) -> writeText(o, word.exact()));
        writeNullable(out, name.married(), (o, word) -> writeText(o, word.exact()));
    }

    /** Plain forms and sounds follow from the exact form and are made anew. */
    private static ComparableName readComparableName(DataInputStream in) throws IOException {
        return new ComparableName(
                Words.of(readAll(in, ComparablePersonCodec::readText)),
                Words.of(readAll(in, ComparablePersonCodec::readText)),
                readNullable(in, i -> Word.of(readText(i))));
    }

    private static void writeIdentifier(DataOutputStream out, Identifier identifier) throws IOException {
        writeText(out, identifier.system());
        writeText(out, identifier.value());
    }

    private static Identifier readIdentifier(DataInputStream in) throws IOException {
        return new Identifier(readText(in), readText(in));
    }

    private static Map<String, String> attributes(DataInputStream in) throws IOException {
        var attributes = new HashMap<String, String>();
        readAll(in, i -> Map.entry(readText(i), readText(i)))
                .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return attributes;
    }

    private static ComparableDate date(int digits) {
        return new ComparableDate(digits / 10000, digits / 100 % 100, digits % 100);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> void writeAll(DataOutputStream out, List<T> values, Writer<T> writer) throws IOException {
        out.writeShort(values.size());
        for (var value : values) {
            writer.write(out, value);
        }
    }

    private static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
        int size = in.readUnsignedShort();
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static <T> void writeNullable(DataOutputStream out, @Nullable T value, Writer<T> writer)
            throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(out, value);
        }
    }

    private static <T> @Nullable T readNullable(DataInputStream in, Reader<T> reader) throws IOException {
        return in.readBoolean() ? reader.read(in) : null;
    }
}
