package org.hms.registry.patient.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hms.matching.person.PartialDate;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.SpelledName;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the rows by which persons are found, in the transaction that writes their golden records. */
final class PersonProjection {

    private final Handle transaction;

    PersonProjection(Handle transaction) {
        this.transaction = transaction;
    }

    /** The first day that a birth date may mean, and the day after the last. */
    record Days(LocalDate from, LocalDate until) {
        static Days of(PartialDate date) {
            if (date.month() == null) {
                var first = LocalDate.of(date.year(), 1, 1);
                return new Days(first, first.plusYears(1));
            }
            if (date.day() == null) {
                var month = YearMonth.of(date.year(), date.month());
                return new Days(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            var day = LocalDate.of(date.year(), date.month(), date.day());
            return new Days(day, day.plusDays(1));
        }
    }

    void write(Collection<GoldenRecord> golden) {
        if (golden.isEmpty()) {
            return;
        }
        var words = new TreeSet<PersonTerms.Word>();
        var rows = new Rows();
        for (var person : golden) {
            var terms = PersonTerms.of(person.demographics());
            words.addAll(terms.words());
            rows.add(person, terms.terms());
        }
        rows.write(transaction);
        writeWords(words);
    }

    /** Columns of a table, so that all persons of a group are one statement. */
    private static final class Rows {
        private static final String SEPARATOR = "\u001f";

        private final List<String> eids = new ArrayList<>();
        private final List<String> times = new ArrayList<>();
        private final List<String> sexes = new ArrayList<>();
        private final List<@Nullable String> from = new ArrayList<>();
        private final List<@Nullable String> until = new ArrayList<>();
        private final List<@Nullable String> families = new ArrayList<>();
        private final List<@Nullable String> givens = new ArrayList<>();
        private final List<String> terms = new ArrayList<>();

        void add(GoldenRecord person, Collection<String> marked) {
            var said = person.demographics();
            var date = said.birth().date();
            var born = date == null ? null : Days.of(date);
            var names = said.names().stream().map(SpelledName::of).toList();
            eids.add(person.eid());
            times.add(person.at().toString());
            sexes.add(said.sex().name());
            from.add(born == null ? null : born.from().toString());
            until.add(born == null ? null : born.until().toString());
            families.add(PersonTerms.sortKey(names.stream()
                    .map(SpelledName::family)
                    .flatMap(Stream::ofNullable)
                    .toList()));
            givens.add(PersonTerms.sortKey(
                    names.stream().flatMap(name -> name.given().stream()).toList()));
            terms.add(String.join(SEPARATOR, marked));
        }

        void write(Handle transaction) {
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
                    .bindArray("eids", String.class, eids)
                    .bindArray("times", String.class, times)
                    .bindArray("sexes", String.class, sexes)
                    .bindArray("from", String.class, from)
                    .bindArray("until", String.class, until)
                    .bindArray("families", String.class, families)
                    .bindArray("givens", String.class, givens)
                    .bindArray("terms", String.class, terms)
                    .execute();
        }
    }

    private void writeWords(Collection<PersonTerms.Word> words) {
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
    }

    /** Persons whose members changed and whose golden record did not: an id may have come back to life. */
    void refresh(Collection<String> eids, Collection<GoldenRecord> written, StoredJson json) {
        var missing = new TreeSet<>(eids);
        written.forEach(golden -> missing.remove(golden.eid()));
        if (!missing.isEmpty()) {
            write(transaction.attach(PersonDao.class).listGolden(missing).stream()
                    .map(content -> json.read(content, GoldenRecord.class))
                    .toList());
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
