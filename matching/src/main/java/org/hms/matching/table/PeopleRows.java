package org.hms.matching.table;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Sex;

/** One standardised person as a row of a table. */
record PeopleRows(ComparablePerson person) {

    /** Adds as many columns for each system of identifiers as this person needs. */
    void systems(List<String> systems) {
        var needed = new HashMap<String, Integer>();
        for (var identifier : person.identifiers()) {
            int count = needed.merge(identifier.system(), 1, Integer::sum);
            long there = systems.stream().filter(identifier.system()::equals).count();
            if (there < count) {
                systems.add(identifier.system());
            }
        }
    }

    void write(ValuePools pools, TableRows rows) {
        if (!person.names().isEmpty()) {
            var name = person.names().getFirst();
            var surnames = new ComparableName(Words.NONE, name.family(), name.married());
            rows.names(
                    name.given().isEmpty() ? 0 : pools.given().numberOf(name.given()),
                    surnames.isEmpty() ? 0 : pools.family().numberOf(surnames));
        }
        var birth = person.birthDate();
        if (birth != null) {
            rows.birth(pools.births().numberOf(birth));
        }
        var sex = person.demographics().sex();
        if (sex == Sex.FEMALE || sex == Sex.MALE) {
            rows.sex(pools.sexes().numberOf(sex));
        }
        var mother = person.mother();
        if (mother != null) {
            rows.mother(pools.mother(mother));
        }
        var residence = person.demographics().residence();
        if (residence != null && (residence.district() != null || residence.department() != null)) {
            rows.residence(pools.residences().numberOf(residence));
        }
        for (int i = 0; i < pools.attributes().size(); i++) {
            var text = person.attributes().get(pools.attributes().get(i));
            if (text != null) {
                rows.text(i, pools.texts().get(i).numberOf(text));
            }
        }
        numbers(pools, rows);
    }

    private void numbers(ValuePools pools, TableRows rows) {
        for (var identifier : person.identifiers()) {
            rows.identifier(
                    IntStream.range(0, pools.systems().size())
                            .filter(column -> pools.systems().get(column).equals(identifier.system()))
                            .toArray(),
                    identifier.value());
        }
        person.phones().forEach(rows::phone);
    }
}
