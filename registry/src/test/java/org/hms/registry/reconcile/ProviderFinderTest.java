package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Professionals found by name, licence and specialty. */
final class ProviderFinderTest {

    /** The two that are sought, among a thousand with usual names. */
    private static final ProviderFinder FINDER = new ProviderFinder(Stream.concat(
                    Stream.of(
                            provider("p1", "Aníbal Ramón Yegros Ocariz", "L-1", "Pediatría"),
                            provider("p2", "María González", "L-2", "Cardiología"),
                            provider("p3", "María González", "L-3", "Pediatría"),
                            provider("p4", "Zulma Iluminada Ybáñez Tabacué", "L-4", "Pediatría"),
                            provider("p5", "Zulma Iluminada Ybañez Tabacué", "L-5", "Cardiología")),
                    IntStream.range(10, 1000)
                            .mapToObj(i -> provider(
                                    "p" + i, "Persona" + (char) ('a' + i % 20) + "x González", "N-" + i, "Pediatría")))
            .toList());

    private static ListedProvider provider(String id, String name, String licence, String specialty) {
        return new ListedProvider(id, name, Set.of(licence), Set.of(specialty));
    }

    private static List<FoundProvider> find(String name, Set<String> licences, Set<String> specialties) {
        return FINDER.find(new ListedProvider(null, name, licences, specialties), 5);
    }

    @Test
    void aRareNameInFullIsAMatch() {
        var found = find("YEGROS OCARIZ, Anibal Ramón", Set.of(), Set.of()).getFirst();

        assertThat(found.id()).isEqualTo("p1");
        assertThat(found.decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void aNameThatTwoBearIsForAPerson() {
        assertThat(find("Maria Gonzalez", Set.of(), Set.of()))
                .allMatch(found -> found.decision() != Decision.MATCH)
                .extracting(FoundProvider::id)
                .contains("p2", "p3");
    }

    @Test
    void aRareNameThatTwoBearIsForAPersonToo() {
        assertThat(find("Zulma Iluminada Ybáñez Tabacué", Set.of(), Set.of()))
                .extracting(FoundProvider::decision)
                .startsWith(Decision.REVIEW, Decision.REVIEW)
                .doesNotContain(Decision.MATCH);
    }

    @Test
    void theLicenceTellsNamesakesApart() {
        var found = find("Maria Gonzalez", Set.of("L-3"), Set.of()).getFirst();

        assertThat(found.id()).isEqualTo("p3");
        assertThat(found.decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void anotherLicenceSpeaksAgainstAName() {
        assertThat(find("Aníbal Ramón Yegros Ocariz", Set.of("L-77"), Set.of())
                        .getFirst()
                        .decision())
                .isNotEqualTo(Decision.MATCH);
    }
}
