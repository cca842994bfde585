package org.hms.matching.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;

/**
 * Records of people, one column for each attribute, in an order that depends on their ids alone. A record is known by its
 * place.
 *
 * @param family surnames and husband's name, without given names
 * @param sources the file of each record, counted from 0; empty where any two records may be of one person
 * @param rowsWithoutId that were left out
 */
public record PersonTable(
        IdList ids,
        ValueColumn<Words> given,
        ValueColumn<ComparableName> family,
        ValueColumn<ComparableDate> births,
        ValueColumn<Sex> sexes,
        ValueColumn<ComparableName> mothers,
        ValueColumn<Residence> residences,
        Map<String, ValueColumn<String>> texts,
        List<CodeColumn> identifiers,
        List<CodeColumn> phones,
        byte[] sources,
        long rowsWithoutId) {

    public int size() {
        return ids.size();
    }

    /** Whether each file is known to hold a person once, so that its own records are never compared. */
    public boolean isLinkOnly() {
        return sources.length > 0;
    }

    public boolean mayBeOnePerson(int left, int right) {
        return sources.length == 0 || sources[left] != sources[right];
    }

    /** The share of all pairs that may be of one person. */
    public double comparable() {
        if (sources.length == 0) {
            return 1;
        }
        var sizes = new double[256];
        for (byte source : sources) {
            sizes[source & 0xFF]++;
        }
        double within = 0;
        for (double size : sizes) {
            within += size * (size - 1);
        }
        return Math.max(1 - within / ((double) size() * (size() - 1)), 1e-9);
    }

    /** The same record as the comparisons of single people take it. */
    public ComparablePerson person(int record) {
        var givenWords = given.value(record);
        var surnames = family.value(record);
        var name = new ComparableName(
                givenWords == null ? Words.NONE : givenWords,
                surnames == null ? Words.NONE : surnames.family(),
                surnames == null ? null : surnames.married());
        var sex = sexes.value(record);
        var attributes = new LinkedHashMap<String, String>();
        texts.forEach((attribute, column) -> {
            var text = column.value(record);
            if (text != null) {
                attributes.put(attribute, text);
            }
        });
        return new ComparablePerson(
                new Demographics(
                        List.of(),
                        sex == null ? Sex.UNKNOWN : sex,
                        Birth.UNKNOWN,
                        List.of(),
                        residences.value(record),
                        List.of(),
                        false),
                name.isEmpty() ? List.of() : List.of(name),
                false,
                births.value(record),
                identifiers.stream()
                        .filter(column -> column.values()[record] != 0)
                        .map(column -> new Identifier(column.system(), column.text(record)))
                        .toList(),
                phones.stream()
                        .filter(column -> column.values()[record] != 0)
                        .map(column -> column.text(record))
                        .toList(),
                mothers.value(record),
                attributes);
    }

    /** People who were standardised elsewhere, in the same order each time they are asked for. */
    public interface People {
        void forEach(BiConsumer<String, ComparablePerson> taker);
    }

    /** A table of them, who are gone through twice and need not be in memory; of several names of one the first counts. */
    public static PersonTable of(People people) {
        var attributes = new TreeSet<String>();
        var systems = new ArrayList<String>();
        people.forEach((id, person) -> {
            attributes.addAll(person.attributes().keySet());
            new PeopleRows(person).systems(systems);
        });
        var pools = new ValuePools(List.copyOf(attributes), systems);
        var rows = new TableRows(pools);
        people.forEach((id, person) -> {
            rows.add(id);
            new PeopleRows(person).write(pools, rows);
        });
        return TableJoin.of(List.of(rows), 0);
    }

    public static PersonTable of(List<String> ids, List<ComparablePerson> people) {
        return of(taker -> {
            for (int i = 0; i < people.size(); i++) {
                taker.accept(ids.get(i), people.get(i));
            }
        });
    }
}
