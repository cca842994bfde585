package org.hms.seed.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hms.seed.SeedData;

/**
 * Surnames by frequency. The 25 most frequent keep their national share, so that one Paraguayan in fifteen is a
 * González; the rest follows the frequencies of Paraguayans registered in Spain, first and second surname apart.
 */
final class Surnames {

    private record Surname(String written, double asFirst, double asSecond) {}

    private final WeightedChoice<Surname> paraguayanFirst;
    private final WeightedChoice<Surname> paraguayanSecond;
    private final WeightedChoice<Surname> brazilian;

    Surnames() {
        var paraguayan = paraguayan();
        paraguayanFirst = WeightedChoice.of(paraguayan, Surname::asFirst);
        paraguayanSecond = WeightedChoice.of(paraguayan, Surname::asSecond);
        brazilian = WeightedChoice.of(abroad("surnames-brazilians-in-spain"), Surname::asFirst);
    }

    String first(Tradition tradition, RandomGenerator random) {
        return (tradition == Tradition.BRAZILIAN ? brazilian : paraguayanFirst)
                .draw(random)
                .written();
    }

    String second(Tradition tradition, RandomGenerator random) {
        return (tradition == Tradition.BRAZILIAN ? brazilian : paraguayanSecond)
                .draw(random)
                .written();
    }

    private static List<Surname> paraguayan() {
        var shares = nationalShares();
        var abroad = abroad("surnames-paraguayans-in-spain");
        var rest = abroad.stream()
                .filter(surname -> !shares.containsKey(surname.written()))
                .toList();
        var restShare = 1 - shares.values().stream().mapToDouble(share -> share).sum();
        var restFirst = rest.stream().mapToDouble(Surname::asFirst).sum();
        var restSecond = rest.stream().mapToDouble(Surname::asSecond).sum();
        var blended = new HashMap<String, Surname>();
        shares.forEach((written, share) -> blended.put(written, new Surname(written, share, share)));
        rest.forEach(surname -> blended.put(
                surname.written(),
                new Surname(
                        surname.written(),
                        restShare * surname.asFirst() / restFirst,
                        restShare * surname.asSecond() / restSecond)));
        return blended.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Double> nationalShares() {
        try (var rows = SeedData.rows(SeedData.dataSet("surnames-national"))) {
            return rows.collect(Collectors.toMap(
                    row -> cell(row, "surname"), row -> Double.valueOf(cell(row, "share_of_population"))));
        }
    }

    /** Without the names "de X", which the register counts as second surnames but which are a husband's. */
    private static List<Surname> abroad(String dataSet) {
        try (var rows = SeedData.rows(SeedData.dataSet(dataSet))) {
            return rows.filter(row -> !cell(row, "freq_as_first_surname").isEmpty()
                            || !cell(row, "surname").startsWith("DE "))
                    .map(row -> new Surname(
                            cell(row, "written"),
                            count(cell(row, "freq_as_first_surname")),
                            count(cell(row, "freq_as_second_surname"))))
                    .toList();
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double count(String cell) {
        return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }
}
