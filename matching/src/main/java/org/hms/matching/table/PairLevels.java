package org.hms.matching.table;

import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * The levels that any two records of a table reach in a model's comparisons. The numbers of a record's values stand side by
 * side, so that a pair touches little memory.
 */
public final class PairLevels {
    private final List<Comparison<?>> comparisons;
    private final List<ColumnLevels> columns = new ArrayList<>();
    private final PersonTable table;
    private final int stride;
    private final int[] rows;

    public PairLevels(List<Comparison<?>> comparisons, PersonTable table) {
        this(comparisons, table, null);
    }

    private PairLevels(List<Comparison<?>> comparisons, PersonTable table, int @Nullable [] written) {
        this.comparisons = List.copyOf(comparisons);
        this.table = table;
        int width = 0;
        for (var comparison : comparisons) {
            var column = column(comparison, table, width);
            columns.add(column);
            width += column.width();
        }
        stride = Math.max(1, width);
        if (written != null) {
            rows = written;
            return;
        }
        rows = new int[Math.multiplyExact(stride, table.size())];
        IntStream.range(0, table.size())
                .parallel()
                .forEach(record -> columns.forEach(column -> column.write(record, rows, record * stride)));
    }

    /** The same for comparisons of the same names that know other frequencies, as those of a trained model do. */
    public PairLevels of(List<Comparison<?>> trained) {
        return new PairLevels(trained, table, rows);
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
