package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.hms.matching.person.Demographics;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.patient.PersonCondition.BirthSpan;
import org.hms.registry.patient.PersonCondition.BirthSpan.Relation;
import org.hms.registry.patient.PersonCondition.Field;
import org.hms.registry.patient.PersonCondition.Match;
import org.hms.registry.patient.PersonCondition.Says;
import org.hms.registry.patient.PersonSearch.Hit;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.patient.store.JdbiPersonSearch;
import org.hms.registry.patient.store.PersonProjectionFill;
import org.hms.registry.territory.NameFolding;
import org.hms.seed.people.Population;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a golden record says finds its person, and nobody is found by what no golden record says. */
final class PersonSearchIT {

    private static final int RECORDS = 120;
    private static final List<String> SOURCES = List.of("mspbs-his", "ips", "private-net", "border-hospital");

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static PersonSearch search;

    @BeforeAll
    static void open() {
        BootstrapLogging.bootstrap(Level.WARN);
        var configuration = new RegistryConfiguration();
        configuration.setDataDirectory(data);
        configuration.setMatchModel(Path.of("../config/match-model.yml"));
        foundation = Foundation.open(configuration);
        for (int i = 0; i < SOURCES.size(); i++) {
            var id = SOURCES.get(i);
            foundation.patients().put(new SourceSystem(id, id, Sector.MSPBS, SyntheticPeople.systemOf(id), i + 1));
        }
        search = new JdbiPersonSearch(foundation.database().jdbi());
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    private static void feed(long seed) {
        try (var people = Population.of(seed, RECORDS).records()) {
            foundation
                    .feed()
                    .accept(people.map(record -> SyntheticFeed.incoming(record, seed))
                            .toList());
        }
    }

    private static List<GoldenRecord> everyone() {
        var eids = foundation
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT eid FROM person WHERE active ORDER BY eid")
                        .mapTo(String.class)
                        .list());
        return foundation.index().goldenRecords(eids);
    }

    private static List<String> found(PersonCondition condition) {
        return search.find(new PersonQuery(List.of(condition), List.of(), 10_000, 0)).hits().stream()
                .map(Hit::eid)
                .toList();
    }

    @ParameterizedTest(name = "population {0}")
    @ValueSource(longs = {5, 2026})
    void anyValueOfAPersonFindsThePerson(long seed) {
        feed(seed);
        var random = new Random(seed);
        var people = everyone();
        assertThat(people).hasSizeGreaterThan(20);

        for (var person : people) {
            for (var condition : conditions(person.demographics(), random)) {
                assertThat(found(condition))
                        .as(
                                "seed %d: a condition of type %s",
                                seed, condition.getClass().getSimpleName())
                        .contains(person.eid());
            }
        }
    }

    @Test
    void aSearchAgreesWithALookAtEveryone() {
        feed(31);
        var random = new Random(31);
        var people = everyone();

        for (int i = 0; i < 60; i++) {
            var named = people.get(random.nextInt(people.size())).demographics().names();
            var family =
                    named.isEmpty() ? "a" : SpelledName.of(named.getFirst()).whole();
            var part = family.substring(0, 1 + random.nextInt(Math.min(4, family.length())))
                    .strip();
            var expected = people.stream()
                    .filter(person -> beginsSo(person.demographics(), part))
                    .map(GoldenRecord::eid)
                    .sorted()
                    .toList();
            assertThat(found(new Says(List.of(Field.FAMILY, Field.GIVEN), Match.STARTS_WITH, List.of(part))))
                    .as("case %d", i)
                    .isEqualTo(expected);
        }
    }

    private static boolean beginsSo(Demographics said, String part) {
        var wanted = plain(part);
        return said.names().stream()
                .map(SpelledName::of)
                .flatMap(name -> Stream.concat(name.given().stream(), Stream.ofNullable(name.family())))
                .flatMap(text -> Stream.of(plain(text).split(" ")))
                .anyMatch(word -> word.startsWith(wanted));
    }

    private static String plain(String text) {
        return NameFolding.fold(text);
    }

    /** The rows that commits wrote are those that are made anew from the golden records. */
    @Test
    void theRowsOfCommitsAreThoseOfAFill() {
        feed(77);
        var jdbi = foundation.database().jdbi();
        var rows = "SELECT row(eid, living, active, updated_at, sex, born_from, born_until, family, given, terms)::text"
                + " FROM person_search WHERE living ORDER BY eid";
        var written = jdbi.withHandle(
                handle -> handle.createQuery(rows).mapTo(String.class).list());
        jdbi.useHandle(handle -> handle.execute("DELETE FROM person_search"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM instance_property WHERE name = 'person-search-edition'"));

        new PersonProjectionFill(jdbi, foundation.properties()).fillOnce();

        List<String> filled = jdbi.withHandle(
                handle -> handle.createQuery(rows).mapTo(String.class).list());
        assertThat(filled).isEqualTo(written).isNotEmpty();
    }

    private static List<PersonCondition> conditions(Demographics said, Random random) {
        var conditions = new ArrayList<PersonCondition>();
        for (var name : said.names()) {
            var spelled = SpelledName.of(name);
            spelled.given().forEach(given -> addTexts(Field.GIVEN, given, random, conditions));
            if (spelled.family() != null) {
                addTexts(Field.FAMILY, spelled.family(), random, conditions);
            }
        }
        if (said.birth().mother() != null) {
            addTexts(Field.MOTHER, SpelledName.of(said.birth().mother()).whole(), random, conditions);
        }
        if (said.residence() != null) {
            var address = SpelledAddress.of(said.residence());
            address.parts().forEach(part -> addTexts(Field.ADDRESS, part, random, conditions));
            address.cities().forEach(city -> addTexts(Field.CITY, city, random, conditions));
            Stream.ofNullable(address.state()).forEach(state -> addTexts(Field.STATE, state, random, conditions));
            Stream.ofNullable(address.country())
                    .forEach(country -> addTexts(Field.COUNTRY, country, random, conditions));
        }
        said.phones().forEach(phone -> conditions.add(new PersonCondition.HasPhone(List.of(phone))));
        said.identifiers().forEach(identifier -> {
            conditions.add(identified(identifier.system(), identifier.value()));
            conditions.add(identified(null, identifier.value()));
            conditions.add(identified(identifier.system(), null));
        });
        conditions.add(new PersonCondition.HasSex(List.of(said.sex())));
        if (said.birth().date() != null) {
            var year = LocalDate.of(said.birth().date().year(), 1, 1);
            conditions.add(
                    new PersonCondition.WasBorn(List.of(new BirthSpan(Relation.WITHIN, year, year.plusYears(1)))));
        }
        return conditions;
    }

    private static PersonCondition identified(@Nullable String system, @Nullable String value) {
        return new PersonCondition.HasIdentifier(List.of(new PersonCondition.WantedIdentifier(system, value)));
    }

    /** The whole, a beginning, a beginning of some word in other letters, and some part. */
    private static void addTexts(Field field, String text, Random random, List<PersonCondition> into) {
        into.add(new Says(List.of(field), Match.EXACT, List.of(text)));
        into.add(new Says(List.of(field), Match.STARTS_WITH, List.of(text)));
        var folded = plain(text);
        if (folded.isEmpty()) {
            into.removeLast();
            return;
        }
        int word = folded.lastIndexOf(' ') + 1;
        into.add(new Says(
                List.of(field),
                Match.STARTS_WITH,
                List.of(folded.substring(word, word + 1 + random.nextInt(folded.length() - word))
                        .toUpperCase(Locale.ROOT))));
        int from = random.nextInt(folded.length());
        var part = folded.substring(from, from + 1 + random.nextInt(folded.length() - from))
                .strip();
        if (part.length() > 2) {
            into.add(new Says(List.of(field), Match.CONTAINS, List.of(part)));
        }
    }
}
