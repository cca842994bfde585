package org.hms.matching.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.matching.score.BlockingField;
import org.jspecify.annotations.Nullable;

/** The keys of blocking fields, made once for each distinct value of the column that a field reads. */
final class FieldKeys {
    private static final int PIECES = 16;
    private static final Demographics NOBODY = livingAt(null);

    private final PersonTable table;
    private final Map<BlockingField, Optional<RecordKeys>> made = new EnumMap<>(BlockingField.class);

    FieldKeys(PersonTable table) {
        this.table = table;
    }

    /** Null where the table has no such column. */
    @Nullable
    RecordKeys of(BlockingField field) {
        var known = made.get(field);
        if (known == null) {
            known = Optional.ofNullable(make(field));
            made.put(field, known);
        }
        return known.orElse(null);
    }

    private @Nullable RecordKeys make(BlockingField field) {
        return switch (field) {
            case GIVEN_SOUND, GIVEN_START -> given(field);
            case FIRST_SURNAME_SOUND,
                    SECOND_SURNAME_SOUND,
                    ANY_SURNAME_SOUND,
                    SURNAME_PAIR_SOUND,
                    COLLAPSED_SURNAME,
                    SURNAME_START -> family(field);
            case BIRTH_DATE, BIRTH_DATE_EITHER_WAY, BIRTH_YEAR, BIRTH_MONTH_AND_DAY, BIRTH_YEAR_AND_MONTH ->
                values(table.births(), FieldKeys::born, field);
            case MOTHER_GIVEN_SOUND -> values(table.mothers(), FieldKeys::childOf, field);
            case DISTRICT -> values(table.residences(), FieldKeys::livingIn, field);
            case ANY_NAME_SOUND -> union(List.of(given(field), family(field)));
            case NAME_PAIR_SOUND -> new NamePairs(firstGiven(), family(BlockingField.FIRST_SURNAME_SOUND));
            case PLACE -> texts("place-");
            case POSTCODE -> texts("postcode-");
            case EMAIL -> texts("email-");
            case IDENTIFIER -> table.identifiers().isEmpty() ? null : new Numbers(table.identifiers());
            case PHONE -> table.phones().isEmpty() ? null : new Numbers(table.phones());
        };
    }

    private RecordKeys given(BlockingField field) {
        return values(table.given(), words -> named(new ComparableName(words, Words.NONE, null)), field);
    }

    private RecordKeys firstGiven() {
        return keys(table.given(), (words, found) -> {
            var sound = words.first().sound();
            if (!sound.isEmpty()) {
                found.add(Hash.of(sound));
            }
        });
    }

    private RecordKeys family(BlockingField field) {
        return values(table.family(), FieldKeys::named, field);
    }

    private @Nullable RecordKeys texts(String kind) {
        var columns = table.texts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .map(entry -> {
                    long attribute = Hash.of(entry.getKey());
                    return keys(entry.getValue(), (text, found) -> found.add(Hash.combine(attribute, Hash.of(text))));
                })
                .toList();
        return columns.isEmpty() ? null : union(columns);
    }

    private static RecordKeys union(List<RecordKeys> all) {
        return all.size() == 1 ? all.getFirst() : new Union(all);
    }

    private static <V> RecordKeys values(
            ValueColumn<V> column, Function<V, ComparablePerson> person, BlockingField field) {
        return keys(column, (value, found) -> field.read(person.apply(value), text -> found.add(Hash.of(text))));
    }

    private static <V> RecordKeys keys(ValueColumn<V> column, BiConsumer<V, KeyList> reader) {
        int values = column.distinct();
        var parts = Pieces.of(PIECES, piece -> {
            var found = new KeyList();
            int to = (int) ((long) values * (piece + 1) / PIECES);
            for (int number = (int) ((long) values * piece / PIECES) + 1; number <= to; number++) {
                reader.accept(column.valueOf(number), found);
                found.endOfValue();
            }
            return found;
        });
        // No record's value is number 0, which has no keys.
        var starts = new int[values + 2];
        var keys = new long[parts.stream().mapToInt(KeyList::size).reduce(0, Math::addExact)];
        int value = 1;
        int at = 0;
        int most = 0;
        for (var part : parts) {
            part.copy(keys, at);
            for (int i = 0; i < part.values(); i++) {
                starts[value + 1] = at + part.end(i);
                most = Math.max(most, starts[value + 1] - starts[value]);
                value++;
            }
            at += part.size();
        }
        return new ValueKeys(column, starts, keys, most);
    }

    private static ComparablePerson named(ComparableName name) {
        return person(List.of(name), null, null, null);
    }

    private static ComparablePerson born(ComparableDate date) {
        return person(List.of(), date, null, null);
    }

    private static ComparablePerson childOf(ComparableName mother) {
        return person(List.of(), null, mother, null);
    }

    private static ComparablePerson livingIn(Residence residence) {
        return person(List.of(), null, null, residence);
    }

    private static ComparablePerson person(
            List<ComparableName> names,
            @Nullable ComparableDate birth,
            @Nullable ComparableName mother,
            @Nullable Residence residence) {
        return new ComparablePerson(
                residence == null ? NOBODY : livingAt(residence), names, false, birth, List.of(), List.of(), mother);
    }

    private static Demographics livingAt(@Nullable Residence residence) {
        return new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(), residence, List.of(), false);
    }

    private record ValueKeys(ValueColumn<?> column, int[] starts, long[] keys, int most) implements RecordKeys {
        @Override
        public int write(int record, long[] out, int at) {
            int number = column.number(record);
            int next = at;
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                out[next++] = keys[i];
            }
            return next;
        }
    }

    private record Numbers(List<CodeColumn> columns) implements RecordKeys {
        @Override
        public int most() {
            return columns.size();
        }

        @Override
        public int write(int record, long[] out, int at) {
            int next = at;
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                long code = column.values()[record];
                if (code != 0) {
                    out[next++] = Hash.combine(Hash.of(column.system()), code);
                }
            }
            return next;
        }
    }

    private record Union(List<RecordKeys> all) implements RecordKeys {
        @Override
        public int most() {
            return all.stream().mapToInt(RecordKeys::most).sum();
        }

        @Override
        public int write(int record, long[] out, int at) {
            int next = at;
            for (int i = 0; i < all.size(); i++) {
                next = all.get(i).write(record, out, next);
            }
            return distinct(out, at, next);
        }

        private static int distinct(long[] out, int at, int to) {
            int next = at;
            for (int i = at; i < to; i++) {
                boolean there = false;
                for (int j = at; j < next; j++) {
                    there |= out[j] == out[i];
                }
                if (!there) {
                    out[next++] = out[i];
                }
            }
            return next;
        }
    }

    /** The first given name with the first surname, whichever of the two stands in which place. */
    private record NamePairs(RecordKeys given, RecordKeys family) implements RecordKeys {
        @Override
        public int most() {
            return Math.max(1, given.most() + family.most());
        }

        @Override
        public int write(int record, long[] out, int at) {
            int surnames = given.write(record, out, at);
            int end = family.write(record, out, surnames);
            if (surnames == at || end == surnames) {
                return at;
            }
            long a = out[at];
            long b = out[surnames];
            out[at] = Hash.combine(Math.min(a, b), Math.max(a, b));
            return at + 1;
        }
    }
}
