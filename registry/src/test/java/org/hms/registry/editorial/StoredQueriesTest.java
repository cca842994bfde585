package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.terminology.rdf.ConceptStore;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.SparqlParameter;
import org.hms.terminology.rdf.SparqlParameter.Kind;
import org.hms.terminology.rdf.SparqlRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stored query must be like to be kept, and what it is asked with. */
class StoredQueriesTest {
    private static final Caller STEWARD = new Caller("eva", Role.STEWARD);
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final String QUERY = "SELECT ?s { ?s ?p ?o FILTER (str(?o) = ?word) }";
    private static final SparqlParameter WORD = new SparqlParameter("word", Kind.TEXT);

    /** In memory. */
    private static final class MapStore implements StoredQueryStore {
        private final Map<String, StoredQuery> queries = new TreeMap<>();

        @Override
        public void put(StoredQuery query) {
            queries.put(query.name(), query);
        }

        @Override
        public Optional<StoredQuery> find(String name) {
            return Optional.ofNullable(queries.get(name));
        }

        @Override
        public List<StoredQuery> list() {
            return List.copyOf(queries.values());
        }

        @Override
        public boolean remove(String name) {
            return queries.remove(name) != null;
        }
    }

    private final ConceptStore concepts = ConceptStore.inMemory(ConceptStore.DEFAULT_BASE);
    private final StoredQueries queries = new StoredQueries(
            new LinkedData(concepts, "http://example.org/scheme"), new MapStore(), InstantSource.fixed(AT));

    @AfterEach
    void close() {
        concepts.close();
    }

    @Test
    void whatIsKeptSaysWhoWroteItWhenAndTakesThePlaceOfWhatHadItsName() {
        queries.save(STEWARD, "words", " Palabras ", QUERY, List.of(WORD));
        var second = queries.save(new Caller("ana", Role.STEWARD), "words", "Otras", "ASK {}", List.of());

        assertThat(second).isEqualTo(new StoredQuery("words", "Otras", "ASK {}", List.of(), "ana", AT));
        assertThat(queries.list()).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Words",
                "-words",
                "a b",
                "../a",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void aNameIsShortAndPlain(String name) {
        assertThatThrownBy(() -> queries.save(STEWARD, name, "Palabras", QUERY, List.of(WORD)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("A name");
    }

    @Test
    void titleAndParametersHaveTheirLimits() {
        var many = IntStream.range(0, 11)
                .mapToObj(at -> new SparqlParameter("p" + at, Kind.TEXT))
                .toList();

        assertThatThrownBy(() -> queries.save(STEWARD, "a", " ", QUERY, List.of()))
                .hasMessageStartingWith("A title");
        assertThatThrownBy(() -> queries.save(STEWARD, "a", "x".repeat(201), QUERY, List.of()))
                .hasMessageStartingWith("A title");
        assertThatThrownBy(() -> queries.save(STEWARD, "a", "t", QUERY, many)).hasMessageContaining("at most 10");
        assertThatThrownBy(() ->
                        queries.save(STEWARD, "a", "t", QUERY, List.of(WORD, new SparqlParameter("word", Kind.NUMBER))))
                .hasMessageContaining("once");
        assertThat(queries.list()).isEmpty();
    }

    @Test
    void whenThereAreManyNoMoreAreKeptButThoseThereAreCanBeRewritten() {
        IntStream.range(0, 500).forEach(at -> queries.save(STEWARD, "q" + at, "t", "ASK {}", List.of()));

        assertThatThrownBy(() -> queries.save(STEWARD, "more", "t", "ASK {}", List.of()))
                .hasMessageContaining("500");
        assertThat(queries.save(STEWARD, "q7", "nuevo", "ASK {}", List.of()).title())
                .isEqualTo("nuevo");
        queries.remove("q8");
        queries.save(STEWARD, "more", "t", "ASK {}", List.of());
        assertThat(queries.list()).hasSize(500);
    }

    @Test
    void everyParameterIsGivenAValueAndNothingElseIs() throws SparqlRefusal {
        queries.save(STEWARD, "words", "Palabras", QUERY, List.of(WORD));

        assertThat(queries.ask("words", Map.of("word", "akã")).truncated()).isFalse();
        assertThatThrownBy(() -> queries.ask("words", Map.of())).hasMessageContaining("word is needed");
        assertThatThrownBy(() -> queries.ask("words", Map.of("word", "akã", "s", "x")))
                .hasMessageContaining("no parameter");
        assertThatThrownBy(() -> queries.ask("none", Map.of())).hasMessageContaining("no stored query");
        assertThatThrownBy(() -> queries.remove("none")).hasMessageContaining("no stored query");
    }
}
