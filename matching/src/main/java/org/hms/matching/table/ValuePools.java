package org.hms.matching.table;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.Word;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;

/** The distinct values of all columns of a table, filled by several readers at once. */
public final class ValuePools {
    private static final char PART = '\u0001';

    private final ValuePool<Words> given = new ValuePool<>(ValuePools::key);
    private final ValuePool<ComparableName> family = new ValuePool<>(ValuePools::key);
    private final ValuePool<ComparableDate> births = new ValuePool<>(ComparableDate::toString);
    private final ValuePool<Sex> sexes = new ValuePool<>(Sex::name);
    private final ValuePool<ComparableName> mothers = new ValuePool<>(ValuePools::key);
    private final ValuePool<Residence> residences = new ValuePool<>(Residence::toString);
    private final List<ValuePool<String>> texts = new ArrayList<>();
    private final List<String> attributes;
    private final List<String> systems;
    private final Codes codes = new Codes();

    /**
     * @param attributes the names of the comparisons of plain text
     * @param systems of the identifiers, one for each column
     */
    public ValuePools(List<String> attributes, List<String> systems) {
        this.attributes = List.copyOf(attributes);
        this.systems = List.copyOf(systems);
        attributes.forEach(_ -> texts.add(new ValuePool<>(text -> text)));
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

    /** The number of a mother of whom given names and surnames have these numbers; 0 where the given names are not known. */
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

    /** The number of a mother whose name was read elsewhere. */
    public int mother(ComparableName name) {
        var surnames = new ComparableName(Words.NONE, name.family(), name.married());
        return name.given().isEmpty()
                ? 0
                : mother(given.numberOf(name.given()), surnames.isEmpty() ? 0 : family.numberOf(surnames));
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

    public Codes codes() {
        return codes;
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
