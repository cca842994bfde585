package org.hms.registry.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hms.registry.territory.DirectorySystems;

/** What must hold of the directory whatever was asked of it in whatever order. */
final class DirectoryInvariants {

    private final CurationFixture directory;

    DirectoryInvariants(CurationFixture directory) {
        this.directory = directory;
    }

    void hold(Set<String> codes) {
        everyEntryHasItsWholeHistory();
        everyEntryIsAsItsLastVersionSays();
        nothingThatStandsRefersToWhatHasHeirs();
        heirsAreToldBothWays();
        everyFacilityLiesSomewhere();
        nothingOpenIsAboutWhatHasEnded();
        codes.forEach(this::leadsSomewhere);
    }

    private void everyEntryHasItsWholeHistory() {
        assertNone("versions are 1 to the current one", """
            SELECT e.id FROM directory_entry e JOIN directory_entry_version v ON v.entry_id = e.id
            GROUP BY e.id, e.version
            HAVING count(*) <> e.version OR min(v.version) <> 1 OR max(v.version) <> e.version
            """);
        assertNone("later versions are not older", """
            SELECT v.entry_id FROM directory_entry_version v JOIN directory_entry_version w
                ON w.entry_id = v.entry_id AND w.version = v.version + 1 WHERE w.at < v.at OR w.change <= v.change
            """);
    }

    private void everyEntryIsAsItsLastVersionSays() {
        assertNone("one current version", """
            SELECT e.id FROM directory_entry e JOIN directory_entry_version v
                ON v.entry_id = e.id AND v.version = e.version
            WHERE v.content <> e.content
            """);
        assertNone("rows of the search say what the content says", """
            SELECT e.id FROM directory_entry e JOIN place p ON p.id = e.id WHERE e.kind = 'Facility'
                AND (lower(e.content #>> '{service,status}') <> p.status
                    OR e.content #>> '{site,district}' IS DISTINCT FROM p.lies_in)
            """);
    }

    private void nothingThatStandsRefersToWhatHasHeirs() {
        assertNone("roles", """
            SELECT r.id FROM practitioner_role r JOIN facility_succession s ON s.predecessor = r.facility
            WHERE r.until IS NULL
            """);
        assertNone("services, endpoints, affiliations", """
            SELECT l.entry_id FROM directory_link l JOIN care_entry c ON c.id = l.entry_id AND NOT c.withdrawn
                JOIN facility_succession s ON s.predecessor = l.target
            """);
    }

    private void heirsAreToldBothWays() {
        assertNone("what has heirs has ended", """
            SELECT s.predecessor FROM facility_succession s JOIN place p ON p.id = s.predecessor
            WHERE p.status <> 'inactive'
            """);
        assertNone("heirs stand in both versions", """
            SELECT s.predecessor FROM facility_succession s JOIN directory_entry a ON a.id = s.predecessor
                JOIN directory_entry b ON b.id = s.successor
            WHERE NOT a.content #> '{succession,successors}' @> to_jsonb(s.successor)
                OR NOT b.content #> '{succession,predecessors}' @> to_jsonb(s.predecessor)
            """);
    }

    private void everyFacilityLiesSomewhere() {
        assertNone("districts", """
            SELECT e.id FROM directory_entry e LEFT JOIN directory_entry d ON d.id = e.content #>> '{site,district}'
            WHERE e.kind = 'Facility' AND d.kind IS DISTINCT FROM 'Jurisdiction'
            """);
    }

    private void nothingOpenIsAboutWhatHasEnded() {
        assertNone("open requests", """
            SELECT r.id FROM curation_request r JOIN facility_succession s ON s.predecessor = r.facility
            WHERE r.state = 'OPEN' AND r.id < s.request
            """);
    }

    private void leadsSomewhere(String code) {
        var resolved = directory.curation.resolve(DirectorySystems.MSPBS_ESTABLISHMENT, code);
        assertThat(resolved).as("the code " + code).isNotEmpty();
        assertThat(directory.facilities.find(resolved).values())
                .as("what " + code + " leads to")
                .allSatisfy(facility ->
                        assertThat(facility.content().succession().successors()).isEmpty());
    }

    private void assertNone(String what, String query) {
        var faults = directory
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
        assertThat(faults).as(what).isEqualTo(List.of());
    }
}
