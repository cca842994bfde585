package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.NameFolding;
import org.hms.registry.territory.TerritorySeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of places, whether few or many bear a name: the same places in the same order, counted where it takes no time. */
@ExtendWith(SharedDirectory.class)
final class PlacePagesIT {

    private final DirectoryServer server;

    PlacePagesIT(DirectoryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({"san", "a", "itaugua", "o d", "san jose", "zzz"})
    void aNameThatManyBearGivesTheSamePlacesAsOneThatFewBear(String part) {
        var expected = named(part, true);

        var pages = pages("name:contains=" + part, 300);

        assertThat(pages).containsExactlyElementsOf(expected);
        assertThat(server.bundle("Organization", "name:contains=" + part, "_count=10")
                        .getTotal())
                .isEqualTo(expected.size());
        assertThat(server.bundle("Organization", "name:contains=" + part, "_count=10", "_total=accurate")
                        .getTotal())
                .isEqualTo(expected.size());
        assertThat(server.bundle("Organization", "name:contains=" + part, "_summary=count")
                        .getTotal())
                .isEqualTo(expected.size());
    }

    @ParameterizedTest
    @CsvSource({"s", "san", "villa", "usf", "u.s.f.- san"})
    void aBeginningIsThatOfAnyOfItsNames(String beginning) {
        assertThat(pages("name=" + beginning, 500)).containsExactlyElementsOf(named(beginning, false));
    }

    @Test
    void alternativesAreFoundTogether() {
        var both = Stream.concat(named("san", true).stream(), named("itaugua", true).stream())
                .distinct()
                .sorted()
                .toList();

        assertThat(pages("name:contains=san,itaugua", 400)).containsExactlyElementsOf(both);
    }

    /** Follows the links to the last page. */
    private List<String> pages(String parameter, int count) {
        var ids = new ArrayList<String>();
        for (int offset = 0; ; offset += count) {
            var page = server.bundle("Organization", parameter, "_count=" + count, "_offset=" + offset);
            ids.addAll(DirectoryServer.ids(page));
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                return ids;
            }
            assertThat(page.getEntry()).hasSize(count);
        }
    }

    private static List<String> named(String text, boolean anywhere) {
        var wanted = NameFolding.fold(text);
        return Stream.<DirectoryEntry>concat(TerritorySeed.jurisdictions().stream(), FacilitySeed.facilities().stream())
                .filter(entry -> entry.names().stream()
                        .map(DirectoryName::text)
                        .map(NameFolding::fold)
                        .anyMatch(name -> anywhere ? name.contains(wanted) : name.startsWith(wanted)))
                .map(DirectoryEntry::id)
                .sorted()
                .toList();
    }
}
