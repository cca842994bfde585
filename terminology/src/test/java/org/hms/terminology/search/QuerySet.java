package org.hms.terminology.search;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people may say and the concepts that are meant, written from the lexicon's meanings before the search was asked.
 * Every third query is held out: nobody tunes on it.
 */
final class QuerySet {

    record Expected(
            int number, String text, @Nullable String language, List<String> concepts, List<String> all, String note) {
        boolean isHeldOut() {
            return number % 3 == 0;
        }
    }

    /** The same queries without saying in which language they are. */
    static List<Expected> inNoLanguage(List<Expected> queries) {
        return queries.stream()
                .map(query ->
                        new Expected(query.number(), query.text(), null, query.concepts(), query.all(), query.note()))
                .toList();
    }

    /** The share of queries whose first, or one of whose first five, concepts is a meant one. */
    record Quality(int queries, double hitAt1, double hitAt5, List<Expected> missed) {}

    private QuerySet() {}

    static List<Expected> read() {
        return read("queries.csv");
    }

    static List<Expected> read(String name) {
        var file = Objects.requireNonNull(QuerySet.class.getResourceAsStream(name));
        var expected = new ArrayList<Expected>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                expected.add(new Expected(
                        expected.size() + 1,
                        row.getField("query"),
                        row.getField("language"),
                        List.of(row.getField("expected").split(";")),
                        row.findField("all").filter(all -> !all.isEmpty()).stream()
                                .flatMap(all -> Stream.of(all.split(";")))
                                .toList(),
                        row.getField("note")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    static Quality measure(TermIndex index, List<Expected> queries) {
        var first = 0;
        var firstFive = 0;
        var missed = new ArrayList<Expected>();
        for (var query : queries) {
            var found = index.search(TermQuery.of(query.text(), 5).in(query.language())).stream()
                    .map(TermHit::conceptId)
                    .toList();
            if (!found.isEmpty() && query.concepts().contains(found.getFirst())) {
                first++;
            } else {
                missed.add(query);
            }
            if (found.stream().anyMatch(query.concepts()::contains) && found.containsAll(query.all())) {
                firstFive++;
            }
        }
        return new Quality(
                queries.size(), (double) first / queries.size(), (double) firstFive / queries.size(), missed);
    }
}
