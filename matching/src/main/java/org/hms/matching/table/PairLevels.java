package org.hms.matching.table;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hms.matching.score.BirthDateComparison;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.DistrictComparison;
import org.hms.matching.score.GivenNameComparison;
import org.hms.matching.score.IdentifierComparison;
import org.hms.matching.score.MotherComparison;
import org.hms.matching.score.NameOrderComparison;
import org.hms.matching.score.PhoneComparison;
import org.hms.matching.score.SexComparison;
import org.hms.matching.score.SurnamesComparison;
import org.hms.matching.score.TextComparison;

/**
 * The levels that any two records of a table reach in a model's comparisons. The numbers of a record's values stand side by
 * side, so that a pair touches little memory.
 */
public final class PairLevels {
    private final List<Comparison<?>> comparisons;
    private final List<ColumnLevels> columns;
    private final int stride;
    private final int[] rows;

    public PairLevels(List<Comparison<?>> comparisons, PersonTable table) {
        this.comparisons = List.copyOf(comparisons);
        var slots = new int[comparisons.size() + 1];
        for (int i = 0; i < comparisons.size(); i++) {
            slots[i + 1] = slots[i] + width(comparisons.get(i), table);
        }
        columns = each(i -> column(comparisons.get(i), table, slots[i]));
        stride = Math.max(1, slots[comparisons.size()]);
        rows = new int[Math.multiplyExact(stride, table.size())];
        IntStream.range(0, table.size())
                .parallel()
                .forEach(record -> columns.forEach(column -> column.write(record, rows, record * stride)));
    }

    private PairLevels(List<Comparison<?>> trained, PairLevels start) {
        comparisons = List.copyOf(trained);
        columns = each(i -> start.columns.get(i).with(trained.get(i)));
        stride = start.stride;
        rows = start.rows;
    }

    private List<ColumnLevels> each(IntFunction<ColumnLevels> maker) {
        return IntStream.range(0, comparisons.size()).parallel().mapToObj(maker).toList();
    }

    /** The same for comparisons of the same names and levels that know other frequencies, as those of a trained model do. */
    public PairLevels of(List<Comparison<?>> trained) {
        return new PairLevels(trained, this);
    }

    /** How many numbers of each record a comparison needs. */
    private static int width(Comparison<?> comparison, PersonTable table) {
        return switch (comparison) {
            case IdentifierComparison _ -> 2 * table.identifiers().size();
            case PhoneComparison _ -> 2 * table.phones().size();
            case NameOrderComparison _ -> 2;
            default -> 1;
        };
    }

    private static ColumnLevels column(Comparison<?> comparison, PersonTable table, int slot) {
        return switch (comparison) {
            case GivenNameComparison given -> new ValueLevels<>(given, table.given(), slot);
            case SurnamesComparison surnames -> new ValueLevels<>(surnames, table.family(), slot);
            case BirthDateComparison _ -> new DateLevels(table.births(), slot);
            case SexComparison sexes -> new ValueLevels<>(sexes, table.sexes(), slot);
            case MotherComparison mothers -> new ValueLevels<>(mothers, table.mothers(), slot);
            case DistrictComparison districts -> new ValueLevels<>(districts, table.residences(), slot);
            case TextComparison text ->
                new ValueLevels<>(
                        text,
                        table.texts().getOrDefault(text.name(), new ValueColumn<>(new int[table.size()], List.of())),
                        slot);
            case IdentifierComparison identifiers -> NumberLevels.of(identifiers, table.identifiers(), slot);
            case PhoneComparison phones -> NumberLevels.of(phones, table.phones(), slot);
            case NameOrderComparison _ -> new OrderLevels(table, slot);
        };
    }

    public List<Comparison<?>> comparisons() {
        return comparisons;
    }

    /** Reads levels; of one thread, since it remembers what it compared. */
    public Reader reader() {
        return new Reader();
    }

    /** One thread's view. */
    public final class Reader {
        private final ColumnLevels[] own =
                columns.stream().map(ColumnLevels::forOneThread).toArray(ColumnLevels[]::new);

        private Reader() {}

        /** The level of one comparison, or {@link Comparison#SILENT}; of {@link NameOrderComparison} where it is asked. */
        public int level(int comparison, int left, int right) {
            return own[comparison].level(rows, left * stride, right * stride);
        }

        /** As {@link Comparison#rarity}. */
        public double rarity(int comparison, int level, int left, int right) {
            return own[comparison].rarity(level, rows, left * stride, right * stride);
        }

        /** The levels of all comparisons. */
        public void levels(int left, int right, int[] levels) {
            int given = Comparison.SILENT;
            int surnames = Comparison.SILENT;
            for (int i = 0; i < own.length; i++) {
                var comparison = comparisons.get(i);
                if (comparison instanceof NameOrderComparison && !NameOrderComparison.isAskedAfter(given, surnames)) {
                    levels[i] = Comparison.SILENT;
                    continue;
                }
                levels[i] = level(i, left, right);
                given = comparison instanceof GivenNameComparison ? levels[i] : given;
                surnames = comparison instanceof SurnamesComparison ? levels[i] : surnames;
            }
        }
    }
}
