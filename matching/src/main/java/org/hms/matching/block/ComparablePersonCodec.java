package org.hms.matching.block;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

/**
 * Writes a comparable person as a few hundred bytes and reads it back, whole or as far as it is weighed. The first byte is the
 * version of the form.
 */
public final class ComparablePersonCodec {
    /** Goes up with the form, and whenever standardisation or sounds change: an index of another version starts empty. */
    public static final int VERSION = 8;

    private static final Sex[] SEXES = Sex.values();

    /** Plain forms and sounds follow from the exact form and are made anew. */
    private static final MetBefore<Word> WORD = new MetBefore<>(in -> Word.of(in.rest()));

    private static final MetBefore<Words> WORDS = new MetBefore<>(in -> Words.ofEach(in.list(i -> i.part(WORD))));
    private static final MetBefore<List<String>> TEXTS = new MetBefore<>(in -> List.copyOf(in.list(Bytes::text)));
    private static final MetBefore<String> TEXT = new MetBefore<>(Bytes::text);

    private ComparablePersonCodec() {}

    public static byte[] encode(ComparablePerson person) {
        var out = new ByteArrayOutputStream(384);
        write(out, person);
        return out.toByteArray();
    }

    /** The person behind the record's id, which {@link Bytes#text} reads. */
    static byte[] encode(String recordId, ComparablePerson person) {
        var out = new ByteArrayOutputStream(384);
        writeText(out, recordId);
        write(out, person);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, ComparablePerson person) {
        out.write(VERSION);
        writeAll(out, person.names(), ComparablePersonCodec::writeComparableName);
        writeFlag(out, person.newborn());
        writeNullable(out, person.birthDate(), (o, date) -> writeNumber(o, date.digits()));
        writeAll(out, person.identifiers(), ComparablePersonCodec::writeIdentifier);
        writeAll(out, person.phones(), ComparablePersonCodec::writeText);
        writeNullable(out, person.mother(), ComparablePersonCodec::writeComparableName);
        writeAll(out, List.copyOf(person.attributes().entrySet()), (o, attribute) -> {
            writePart(o, attribute.getKey(), ComparablePersonCodec::writeText);
            writePart(o, attribute.getValue(), ComparablePersonCodec::writeText);
        });
        writeWeighed(out, person.demographics());
        writeRest(out, person.demographics());
    }

    public static ComparablePerson decode(byte[] bytes) {
        return decode(new Bytes(bytes, 0));
    }

    static ComparablePerson decode(Bytes in) {
        return read(in, true);
    }

    /** The person with as much of the demographics as comparisons and guards look at; the rest is left out. */
    static ComparablePerson decodeWeighed(Bytes in) {
        return read(in, false);
    }

    private static ComparablePerson read(Bytes in, boolean whole) {
        int version = in.next();
        if (version != VERSION) {
            throw new IllegalArgumentException("A person written in form " + version + " cannot be read");
        }
        var names = in.list(ComparablePersonCodec::readComparableName);
        boolean newborn = in.flag();
        var birthDate = in.nullable(i -> date(i.number()));
        var identifiers = in.list(ComparablePersonCodec::readIdentifier);
        var phones = in.list(Bytes::text);
        var mother = in.nullable(ComparablePersonCodec::readComparableName);
        var attributes = attributes(in);
        var weighed = readWeighed(in);
        var said = whole ? readRest(in, weighed) : weighed;
        return new ComparablePerson(said, names, newborn, birthDate, identifiers, phones, mother, attributes);
    }

    private static void writeWeighed(ByteArrayOutputStream out, Demographics person) {
        out.write(person.sex().ordinal());
        writeNullable(out, person.birth().order(), ComparablePersonCodec::writeNumber);
        writeNullable(out, person.residence(), (o, residence) -> {
            writeMetBefore(o, residence.department());
            writeMetBefore(o, residence.district());
        });
        writeFlag(out, person.deceased());
    }

    private static Demographics readWeighed(Bytes in) {
        var sex = SEXES[in.next()];
        var order = in.nullable(Bytes::number);
        var residence = in.nullable(i -> new Residence(metBefore(i), metBefore(i), null));
        return new Demographics(
                List.of(), sex, new Birth(null, order, null), List.of(), residence, List.of(), in.flag());
    }

    private static void writeRest(ByteArrayOutputStream out, Demographics person) {
        writeAll(out, person.names(), ComparablePersonCodec::writeName);
        writeNullable(out, person.birth().date(), ComparablePersonCodec::writeDate);
        writeNullable(out, person.birth().mother(), ComparablePersonCodec::writeName);
        writeAll(out, person.identifiers(), ComparablePersonCodec::writeIdentifier);
        var residence = person.residence();
        if (residence != null) {
            writeMetBefore(out, residence.text());
            writeNullable(out, residence.postal(), ComparablePersonCodec::writePostal);
        }
        writeAll(out, person.phones(), ComparablePersonCodec::writeText);
    }

    private static Demographics readRest(Bytes in, Demographics weighed) {
        return new Demographics(
                in.list(ComparablePersonCodec::readName),
                weighed.sex(),
                new Birth(
                        in.nullable(ComparablePersonCodec::readDate),
                        weighed.birth().order(),
                        in.nullable(ComparablePersonCodec::readName)),
                in.list(ComparablePersonCodec::readIdentifier),
                readRest(in, weighed.residence()),
                in.list(Bytes::text),
                weighed.deceased());
    }

    private static @Nullable Residence readRest(Bytes in, @Nullable Residence weighed) {
        return weighed == null
                ? null
                : new Residence(
                        weighed.department(),
                        weighed.district(),
                        metBefore(in),
                        in.nullable(ComparablePersonCodec::readPostal));
    }

    /** As digits; zeros stand for a month or day that is not known. */
    private static void writeDate(ByteArrayOutputStream out, PartialDate date) {
        int month = date.month() == null ? 0 : date.month();
        int day = date.day() == null ? 0 : date.day();
        writeNumber(out, date.year() * 10_000 + month * 100 + day);
    }

    private static PartialDate readDate(Bytes in) {
        int digits = in.number();
        int month = digits / 100 % 100;
        int day = digits % 100;
        return new PartialDate(digits / 10_000, month == 0 ? null : month, day == 0 ? null : day);
    }

    private static void writePostal(ByteArrayOutputStream out, PostalAddress postal) {
        writeAll(out, postal.lines(), ComparablePersonCodec::writeText);
        writeMetBefore(out, postal.city());
        writeMetBefore(out, postal.state());
        writeMetBefore(out, postal.postalCode());
        writeMetBefore(out, postal.country());
    }

    private static PostalAddress readPostal(Bytes in) {
        return new PostalAddress(in.list(Bytes::text), metBefore(in), metBefore(in), metBefore(in), metBefore(in));
    }

    private static void writeMetBefore(ByteArrayOutputStream out, @Nullable String text) {
        writeNullable(out, text, (o, said) -> writePart(o, said, ComparablePersonCodec::writeText));
    }

    private static @Nullable String metBefore(Bytes in) {
        return in.nullable(i -> i.part(TEXT));
    }

    private static void writeName(ByteArrayOutputStream out, PersonName name) {
        writePart(out, name.given(), ComparablePersonCodec::writeTexts);
        writePart(out, name.family(), ComparablePersonCodec::writeTexts);
        writeMetBefore(out, name.marriedFamily());
    }

    private static PersonName readName(Bytes in) {
        return new PersonName(in.part(TEXTS), in.part(TEXTS), metBefore(in));
    }

    private static void writeComparableName(ByteArrayOutputStream out, ComparableName name) {
        writePart(out, exact(name.given()), ComparablePersonCodec::writeTexts);
        writePart(out, exact(name.family()), ComparablePersonCodec::writeTexts);
        writeNullable(out, name.married(), (o, word) -> writeText(o, word.exact()));
    }

    private static List<String> exact(Words words) {
        return words.each().stream().map(Word::exact).toList();
    }

    private static ComparableName readComparableName(Bytes in) {
        return new ComparableName(in.part(WORDS), in.part(WORDS), in.nullable(i -> i.part(WORD)));
    }

    private static void writeIdentifier(ByteArrayOutputStream out, Identifier identifier) {
        writePart(out, identifier.system(), ComparablePersonCodec::writeText);
        writeText(out, identifier.value());
    }

    private static Identifier readIdentifier(Bytes in) {
        return new Identifier(in.part(TEXT), in.text());
    }

    private static Map<String, String> attributes(Bytes in) {
        int size = in.number();
        if (size == 0) {
            return Map.of();
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < size; i++) {
            attributes.put(in.part(TEXT), in.part(TEXT));
        }
        return attributes;
    }

    private static ComparableDate date(int digits) {
        return new ComparableDate(digits / 10000, digits / 100 % 100, digits % 100);
    }

    private static void writeNumber(ByteArrayOutputStream out, int number) {
        int rest = number;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            out.write(rest | 0x80);
        }
        out.write(rest);
    }

    private static void writeFlag(ByteArrayOutputStream out, boolean flag) {
        out.write(flag ? 1 : 0);
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeTexts(ByteArrayOutputStream out, List<String> texts) {
        writeAll(out, texts, ComparablePersonCodec::writeText);
    }

    private interface Writer<T> {
        void write(ByteArrayOutputStream out, T value);
    }

    /** Behind its length, so that it can be told whether it was met before. */
    private static <T> void writePart(ByteArrayOutputStream out, T value, Writer<T> writer) {
        var part = new ByteArrayOutputStream(32);
        writer.write(part, value);
        writeNumber(out, part.size());
        out.writeBytes(part.toByteArray());
    }

    private static <T> void writeAll(ByteArrayOutputStream out, List<T> values, Writer<T> writer) {
        writeNumber(out, values.size());
        values.forEach(value -> writer.write(out, value));
    }

    private static <T> void writeNullable(ByteArrayOutputStream out, @Nullable T value, Writer<T> writer) {
        writeFlag(out, value != null);
        if (value != null) {
            writer.write(out, value);
        }
    }
}
