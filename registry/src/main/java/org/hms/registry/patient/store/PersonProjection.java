package org.hms.registry.patient.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the rows by which persons are found, in the transaction that writes their golden records. */
final class PersonProjection {

    private static final String SEPARATOR = "\u001f";

    private final Handle transaction;
    private final NewRows rows;
    private final WrittenWords written;

    PersonProjection(Handle transaction, NewRows rows, WrittenWords written) {
        this.transaction = transaction;
        this.written = written;
        this.rows = rows;
    }

    /** @param newcomers those of the persons of whom the table holds nothing and of whom some record is in use */
    void write(Collection<GoldenRecord> golden, Set<String> newcomers) {
        if (golden.isEmpty()) {
            return;
        }
        var words = new TreeSet<PersonTerms.Word>();
        var fresh = new ArrayList<SearchRow>();
        var known = new ArrayList<SearchRow>();
        for (var person : golden) {
            var terms = PersonTerms.of(person.demographics());
            words.addAll(terms.words());
            (newcomers.contains(person.eid()) ? fresh : known).add(SearchRow.of(person, terms.terms()));
        }
        rows.searched(fresh);
        write(known);
        writeWords(words);
    }

    /** All persons whom the table may hold are one statement. */
    private void write(List<SearchRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transaction
                .createUpdate("""
                        INSERT INTO person_search (eid, living, active, updated_at, sex, born_from, born_until, family,
                                                   given, terms)
                        SELECT p.eid, true,
                               EXISTS (SELECT 1 FROM membership m JOIN patient_record r ON r.id = m.record_id AND r.active
                                       WHERE m.eid = p.eid AND m.to_change IS NULL),
                               p.at, p.sex, p.born_from, p.born_until, p.family, p.given,
                               array_to_tsvector(string_to_array(p.terms, :separator))
                        FROM unnest(:eids::text[], :times::timestamptz[], :sexes::text[], :from::date[], :until::date[],
                                    :families::text[], :givens::text[], :terms::text[])
                             AS p (eid, at, sex, born_from, born_until, family, given, terms)
                        ON CONFLICT (eid) DO UPDATE SET living = true, active = excluded.active,
                            updated_at = excluded.updated_at, sex = excluded.sex, born_from = excluded.born_from,
                            born_until = excluded.born_until, family = excluded.family, given = excluded.given,
                            terms = excluded.terms
                        """)
                .bind("separator", SEPARATOR)
                .bindArray("eids", String.class, column(rows, SearchRow::eid))
                .bindArray("times", String.class, column(rows, SearchRow::at))
                .bindArray("sexes", String.class, column(rows, SearchRow::sex))
                .bindArray("from", String.class, column(rows, SearchRow::bornFrom))
                .bindArray("until", String.class, column(rows, SearchRow::bornUntil))
                .bindArray("families", String.class, column(rows, SearchRow::family))
                .bindArray("givens", String.class, column(rows, SearchRow::given))
                .bindArray("terms", String.class, column(rows, row -> String.join(SEPARATOR, row.terms())))
                .execute();
    }

    private static List<@Nullable String> column(List<SearchRow> rows, Function<SearchRow, @Nullable Object> value) {
        var column = new ArrayList<@Nullable String>();
        for (var row : rows) {
            var said = value.apply(row);
            column.add(said == null ? null : said.toString());
        }
        return column;
    }

    private void writeWords(Collection<PersonTerms.Word> all) {
        var words = written.missing(all);
        if (words.isEmpty()) {
            return;
        }
        transaction
                .createUpdate("""
                        INSERT INTO person_word (field, word)
                        SELECT w.field, w.word FROM unnest(:fields::text[], :words::text[]) AS w (field, word)
                        ON CONFLICT DO NOTHING
                        """)
                .bindArray(
                        "fields",
                        String.class,
                        words.stream().map(PersonTerms.Word::field).toList())
                .bindArray(
                        "words",
                        String.class,
                        words.stream().map(PersonTerms.Word::word).toList())
                .execute();
        transaction.afterCommit(() -> written.committed(words));
    }

    /** Persons whose members changed and whose golden record did not: an id may have come back to life. */
    void refresh(Collection<String> eids, Collection<GoldenRecord> written, StoredJson json) {
        var missing = new TreeSet<>(eids);
        written.forEach(golden -> missing.remove(golden.eid()));
        if (!missing.isEmpty()) {
            write(
                    new PersonDao(transaction)
                            .listGolden(missing).stream()
                                    .map(content -> json.read(content, GoldenRecord.class))
                                    .toList(),
                    Set.of());
        }
    }

    /** An id that was merged is found by itself alone: nothing that was said of the person stays with it. */
    void end(Collection<String> eids, Instant at) {
        if (eids.isEmpty()) {
            return;
        }
        transaction
                .createUpdate("""
                        UPDATE person_search SET living = false, active = false, updated_at = :at, sex = NULL,
                            born_from = NULL, born_until = NULL, family = NULL, given = NULL, terms = ''
                        WHERE eid = ANY(:eids)
                        """)
                .bind("at", at)
                .bindArray("eids", String.class, List.copyOf(eids))
                .execute();
    }
}
