package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityName;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.FacilitySite;
import org.hms.registry.store.Overtaken;
import org.hms.registry.territory.DirectoryLoad;
import org.hms.registry.territory.LoadProgress;
import org.hms.registry.territory.LoadReport;
import org.hms.registry.territory.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of entries over time: loaded, loaded again, changed, and never lost. */
@ExtendWith(SharedDirectory.class)
final class DirectoryVersionsIT {

    private final DirectoryServer server;

    DirectoryVersionsIT(DirectoryServer server) {
        this.server = server;
    }

    @Test
    void loadingTheSameAgainMakesNoVersionNoChangeAndNoAuditRow() {
        var rows = "SELECT (SELECT count(*) FROM directory_entry_version) + (SELECT last FROM change_counter)"
                + " + (SELECT count(*) FROM audit_entry)";
        var before = count(rows);

        var again = server.loadAll();

        assertThat(again).isEqualTo(new LoadReport(0, 0, server.firstLoad.total()));
        assertThat(count(rows)).isEqualTo(before);
    }

    @Test
    void eachVersionHasItsRowInTheChangeLogAndEachGroupItsAuditRow() {
        assertThat(count("SELECT count(*) FROM directory_entry_version v JOIN change c ON c.number = v.change"
                        + " AND c.subject_id = v.entry_id"))
                .isGreaterThanOrEqualTo(server.firstLoad.created());
        assertThat(count("SELECT count(*) FROM audit_entry WHERE caller = 'seed' AND action = 'publish'"))
                .isPositive();
    }

    @Test
    void whatWasStoredIsWhatWasLoaded() {
        var facilities = FacilitySeed.facilities().stream().limit(300).toList();
        var stored = server.facilities.find(
                facilities.stream().skip(1).map(Facility::id).toList());

        assertThat(facilities.stream().skip(1))
                .allSatisfy(facility ->
                        assertThat(stored.get(facility.id()).content()).isEqualTo(facility));
    }

    @Test
    void aChangeIsANextVersionAndTheFormerCanStillBeRead() {
        var facility = FacilitySeed.facilities().getFirst();
        var current = server.facilities.find(facility.id()).orElseThrow();
        var since = Instant.now().minusMillis(1);
        var renamed = renamed(facility, "Hospital Nuevo " + current.version());

        server.facilities.publish(
                List.of(new Published<>(renamed, current.version() + 1, Instant.now())), DirectoryLoad.SEED);
        try {
            var id = facility.id();
            assertThat(server.get("/fhir/Location/" + id).body()).contains("Hospital Nuevo");
            assertThat(server.get("/fhir/Location/" + id + "/_history/1").body())
                    .contains("SANTISIMA");
            assertThat(server.get("/fhir/Organization/" + id + "/_history/99").statusCode())
                    .isEqualTo(404);
            assertThat(server.bundle("Location/" + id + "/_history").getTotal()).isEqualTo(current.version() + 1);
            var news = server.bundle("Organization/_history", "_since=" + since);
            assertThat(DirectoryServer.ids(news)).containsExactly(id);
            assertThat(news.getEntryFirstRep().getResponse().getEtag())
                    .isEqualTo("W/\"" + (current.version() + 1) + "\"");
        } finally {
            server.loadAll();
        }
        assertThat(server.facilities.find(facility.id()).orElseThrow().content())
                .isEqualTo(facility);
    }

    @Test
    void whatSomebodyEditedOutlivesTheNextLoad() {
        var facility = FacilitySeed.facilities().get(1);
        var current = server.facilities.find(facility.id()).orElseThrow();
        edit(renamed(facility, "Hospital Corregido"), current.version() + 1);
        try {
            // What ships is as it was, so there is nothing to tell.
            assertThat(server.loadAll().kept()).isEmpty();

            var anew = new DirectoryLoad(InstantSource.system(), DirectoryLoad.SEED)
                    .load(List.of(renamed(facility, "Hospital Renovado")), server.facilities, LoadProgress.SILENT);

            assertThat(anew).isEqualTo(new LoadReport(0, 0, 0, List.of(facility.id())));
            assertThat(server.get("/fhir/Location/" + facility.id()).body()).contains("Hospital Corregido");
        } finally {
            edit(facility, current.version() + 2);
        }
    }

    /** So the migration tells the versions of what ships that were published before versions told it themselves. */
    @Test
    void theAuditTrailTellsWhoPublishedAVersion() {
        assertThat(count("SELECT count(*) FROM directory_entry_version WHERE caller = 'seed'"))
                .isGreaterThanOrEqualTo(server.firstLoad.created());
        assertThat(count("""
                SELECT count(*) FROM directory_entry_version v WHERE v.caller = 'seed' AND NOT EXISTS (
                    SELECT 1 FROM audit_entry a WHERE a.caller = v.caller AND a.action = 'publish' AND a.at = v.at
                        AND v.entry_id = ANY(a.subject_ids))
                """)).isZero();
    }

    private void edit(Facility facility, int version) {
        server.facilities.publish(
                List.of(new Published<>(facility, version, Instant.now())), new Caller("steward", Role.STEWARD));
    }

    @Test
    void twoWritersOfTheSameNextVersionCannotBothSucceed() {
        var facility = FacilitySeed.facilities().getFirst();
        var current = server.facilities.find(facility.id()).orElseThrow();
        var again = List.of(new Published<>(renamed(facility, "Lost"), current.version(), Instant.now()));

        assertThatThrownBy(() -> server.facilities.publish(again, DirectoryLoad.SEED))
                .isInstanceOf(Overtaken.class);
        assertThat(server.facilities.find(facility.id()).orElseThrow()).isEqualTo(current);
    }

    @Test
    void aFacilityInNoKnownDistrictIsRefused() {
        var facility = FacilitySeed.facilities().get(5);
        var astray = new Facility(
                "f-astray",
                facility.source(),
                facility.name(),
                facility.kind(),
                new FacilitySite("py-dis-9999", null, null, null),
                List.of(),
                facility.service());

        assertThatThrownBy(() -> server.facilities.publish(
                        List.of(new Published<>(astray, 1, Instant.now())), DirectoryLoad.SEED))
                .hasStackTraceContaining("lies_in");
        assertThat(server.facilities.find("f-astray")).isEmpty();
    }

    private static Facility renamed(Facility facility, String name) {
        return new Facility(
                facility.id(),
                facility.source(),
                new FacilityName(name, name),
                facility.kind(),
                facility.site(),
                facility.identifiers(),
                facility.service());
    }

    private long count(String sql) {
        return server.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
