package org.hms.matching.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.Word;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** The distinct values of all columns of a table, filled by several readers at once. */
public final class ValuePools {
    private static final char PART = '\u0001';

    private final ValuePool<Words> given;
    private final ValuePool<ComparableName> family;
    private final ValuePool<ComparableDate> births;
    private final ValuePool<Sex> sexes;
    private final ValuePool<ComparableName> mothers;
    private final ValuePool<Residence> residences = new ValuePool<>(_ -> null, Residence::toString);
    private final List<ValuePool<String>> texts = new ArrayList<>();
    private final List<String> attributes;
    private final List<String> systems;
    private final int phones;
    private final Codes codes = new Codes();
    private final ConcurrentHashMap<String, Words> words = new ConcurrentHashMap<>();

    /** How the texts of a file's cells are read; by itself nothing is, where values come from elsewhere. */
    public interface Readers {
        default @Nullable Words given(String text) {
            return null;
        }

        default @Nullable ComparableName family(String text) {
            return null;
        }

        default @Nullable ComparableDate birth(String text) {
            return null;
        }

        default @Nullable Sex sex(String text) {
            return null;
        }

        default @Nullable ComparableName mother(String text) {
            return null;
        }

        default @Nullable String attribute(String text) {
            return null;
        }
    }

    /**
     * @param attributes the names of the comparisons of plain text
     * @param systems of the identifiers, one for each column
     * @param phones how many telephones a record may have
     */
    public ValuePools(Readers readers, List<String> attributes, List<String> systems, int phones) {
        this.attributes = List.copyOf(attributes);
        this.systems = List.copyOf(systems);
        this.phones = phones;
        given = new ValuePool<>(text -> shared(readers.given(text)), ValuePools::key);
        family = new ValuePool<>(text -> shared(readers.family(text)), ValuePools::key);
        births = new ValuePool<>(readers::birth, ComparableDate::toString);
        sexes = new ValuePool<>(readers::sex, Sex::name);
        mothers = new ValuePool<>(text -> shared(readers.mother(text)), ValuePools::key);
        attributes.forEach(_ -> texts.add(new ValuePool<>(readers::attribute, text -> text)));
    }

    public ValuePool<Words> given() {
        return given;
    }

    public ValuePool<ComparableName> family() {
        return family;
    }

    public ValuePool<ComparableDate> births() {
        return births;
    }

    public ValuePool<Sex> sexes() {
        return sexes;
    }

    public ValuePool<ComparableName> mothers() {
        return mothers;
    }

    /** The number of a mother of whom given names and surnames have these numbers; 0 where the given name is not known. */
    public int mother(int givenNumber, int familyNumber) {
        return givenNumber == 0
                ? 0
                : mothers.numberOfPair(givenNumber, familyNumber, () -> {
                    var surnames = familyNumber == 0 ? null : family.value(familyNumber);
                    return new ComparableName(
                            given.value(givenNumber),
                            surnames == null ? Words.NONE : surnames.family(),
                            surnames == null ? null : surnames.married());
                });
    }

    public ValuePool<Residence> residences() {
        return residences;
    }

    public List<ValuePool<String>> texts() {
        return texts;
    }

    public List<String> attributes() {
        return attributes;
    }

    public List<String> systems() {
        return systems;
    }

    int phones() {
        return phones;
    }

    public Codes codes() {
        return codes;
    }

    private @Nullable Words shared(@Nullable Words name) {
        return name == null || name.isEmpty() ? null : words.computeIfAbsent(key(name), _ -> name);
    }

    private @Nullable ComparableName shared(@Nullable ComparableName name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return new ComparableName(orNone(shared(name.given())), orNone(shared(name.family())), name.married());
    }

    private static Words orNone(@Nullable Words words) {
        return words == null ? Words.NONE : words;
    }

    static String key(Words words) {
        if (words.each().size() == 1) {
            return words.first().exact();
        }
        var key = new StringBuilder();
        for (Word word : words.each()) {
            key.append(word.exact()).append(PART);
        }
        return key.toString();
    }

    private static String key(ComparableName name) {
        var married = name.married();
        return key(name.given())
                + PART
                + PART
                + key(name.family())
                + PART
                + PART
                + (married == null ? "" : married.exact());
    }
}
