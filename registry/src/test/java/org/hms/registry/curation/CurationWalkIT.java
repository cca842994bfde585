package org.hms.registry.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hms.registry.curation.CurationRefused.Place;
import org.hms.registry.curation.Proposal.Division;
import org.hms.registry.curation.Proposal.Kind;
import org.hms.registry.curation.Proposal.Redistricting;
import org.hms.registry.curation.Proposal.Resettled;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splits, mergers and borders, one by one and in any order. */
final class CurationWalkIT {

    private static CurationFixture directory;

    @BeforeAll
    static void open(@TempDir Path data) {
        directory = new CurationFixture(data);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    /** Each kind that moves something is published, so nothing holds only because nothing happened. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSequenceOfRequestsLeavesTheDirectoryInDisorder(long seed) {
        var walk = new CurationWalk(directory, seed);
        var invariants = new DirectoryInvariants(directory);
        for (int step = 0; step < 400; step++) {
            walk.step();
            if (step % 40 == 39) {
                invariants.hold(walk.codes());
            }
        }
        assertThat(walk.published().keySet())
                .as("what was published")
                .contains(Kind.CREATE, Kind.CHANGE, Kind.CLOSE, Kind.MERGE, Kind.SPLIT, Kind.REDISTRICT);
    }

    @Test
    void aSplitMakesItsPartsAndMovesWhatRefersToIt() {
        var whole = directory.create("Hospital Guaviyu", "02990001");
        directory.addRole("t-r1", whole);
        directory.addRole("t-r2", whole);
        directory.addService("t-s1", whole);
        directory.addEndpoint("t-e1", whole);
        var division = new Division(
                List.of(
                        CurationFixture.draft("Hospital Guaviyu Norte", "02990002"),
                        CurationFixture.draft("Hospital Guaviyu Sur", "02990003")),
                Map.of("t-r2", 1, "t-e1", 1));

        var proposed = directory.curation.propose(split(whole, null, division), CurationFixture.ONE);

        assertThat(proposed.changes())
                .extracting(Place::field)
                .contains("status", "PractitionerRole/t-r1", "HealthcareService/t-s1", "Endpoint/t-e1");
        directory.publish(proposed.request());
        var parts = facility(whole).succession().successors();
        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(facility(part).succession().predecessors()).containsExactly(whole));
        assertThat(facility(whole).service().status()).isEqualTo(FacilityStatus.INACTIVE);
        assertThat(roleAt("t-r1")).isEqualTo(parts.get(0));
        assertThat(roleAt("t-r2")).isEqualTo(parts.get(1));
        assertThat(targets("t-s1")).containsOnly(parts.get(0));
        assertThat(targets("t-e1")).containsOnly(parts.get(1));
        assertThat(resolve("02990001")).containsExactlyInAnyOrderElementsOf(parts);
    }

    @Test
    void whatIsCarvedOutOfAFacilityLeavesItWhereItWas() {
        var whole = directory.create("Hospital Ysypo", "02990011");
        directory.addRole("t-r11", whole);
        directory.addRole("t-r12", whole);
        var division = new Division(List.of(CurationFixture.draft("Maternidad Ysypo", "02990012")), Map.of("t-r12", 0));
        var remains = CurationFixture.draft("Hospital Ysypo General", "02990011");

        directory.publish(directory
                .curation
                .propose(split(whole, remains, division), CurationFixture.ONE)
                .request());

        assertThat(facility(whole).active()).isTrue();
        assertThat(facility(whole).name().repaired()).isEqualTo("Hospital Ysypo General");
        assertThat(roleAt("t-r11")).isEqualTo(whole);
        assertThat(resolve("02990012")).containsExactly(roleAt("t-r12"));
        assertThat(resolve("02990011")).containsExactly(whole);
    }

    @Test
    void aMergerMovesAllThatRefersAndClosesWhatWasOpen() {
        var stays = directory.create("Puesto Karaguata", "02990021");
        var goes = directory.create("Unidad Samu'u", "02990022");
        directory.addService("t-s21", goes);
        directory.addAffiliation("t-a21", stays, goes);
        var overtaken = directory.curation.propose(
                new Proposal(Kind.CLOSE, goes, 0, null, List.of(), "closing"), CurationFixture.ONE);

        var merge = directory.curation.propose(
                new Proposal(Kind.MERGE, stays, 0, null, List.of(goes), "one house"), CurationFixture.ONE);
        directory.publish(merge.request());

        assertThat(targets("t-s21")).containsOnly(stays);
        assertThat(withdrawn("t-a21")).isTrue();
        assertThat(resolve("02990022")).containsExactly(stays);
        var ended = directory.curation.get(overtaken.request().id()).request();
        assertThat(ended.state()).isEqualTo(CurationRequest.State.SUPERSEDED);
        assertThat(directory.curation.get(merge.request().id()).request().outcome())
                .isNotNull()
                .satisfies(outcome -> assertThat(outcome.superseded()).containsExactly(ended.id()));
    }

    @Test
    void whatWasMergedIsNeitherOpenedNorMergedAgain() {
        var stays = directory.create("Puesto Yvapovo", "02990031");
        var goes = directory.create("Unidad Inga", "02990032");
        directory.publish(directory
                .curation
                .propose(new Proposal(Kind.MERGE, stays, 0, null, List.of(goes), "one"), CurationFixture.ONE)
                .request());

        for (var again : List.of(
                new Proposal(Kind.REOPEN, goes, 0, null, List.of(), "again"),
                new Proposal(Kind.MERGE, goes, 0, null, List.of(stays), "the other way"))) {
            var proposed = directory.curation.propose(again, CurationFixture.ONE);
            assertThatThrownBy(() -> directory.publish(proposed.request()))
                    .isInstanceOfSatisfying(
                            CurationRefused.class,
                            refused -> assertThat(refused.places())
                                    .anySatisfy(place ->
                                            assertThat(place.sentence()).startsWith("DIR-16")));
        }
    }

    /** District 0222 was carved out of 0204 and 0213 in 2020. */
    @Test
    void whereAFacilityLayBeforeTheBorderMovedIsKnown() {
        var moved = directory.create("Puesto Ka'avo", "02040041");
        var other = directory.create("Puesto Pindoty", "02040042");
        var redistricting = new Redistricting("0222", List.of(new Resettled(moved, "02220041")));
        var proposal = new Proposal(
                Kind.REDISTRICT,
                null,
                0,
                null,
                List.of(),
                "Ley 6674",
                null,
                redistricting,
                LocalDate.of(2020, 12, 1),
                Map.of());

        directory.publish(
                directory.curation.propose(proposal, CurationFixture.ONE).request());

        assertThat(facility(moved).site().district()).isEqualTo("py-dis-0222");
        assertThat(facility(moved).site().districtOn(LocalDate.of(2019, 6, 30))).isEqualTo("py-dis-0204");
        assertThat(facility(moved).site().districtOn(LocalDate.of(2020, 12, 1))).isEqualTo("py-dis-0222");
        assertThat(resolve("02040041")).containsExactly(moved);
        assertThat(resolve("02220041")).containsExactly(moved);
        assertThat(layIn("py-dis-0204", LocalDate.of(2019, 6, 30))).contains(moved, other);
        assertThat(layIn("py-dis-0204", LocalDate.of(2021, 1, 1)))
                .contains(other)
                .doesNotContain(moved);
        assertThat(layIn("py-dis-0222", LocalDate.of(2021, 1, 1))).contains(moved);
    }

    private static Proposal split(String whole, @Nullable FacilityDraft remains, Division division) {
        return new Proposal(Kind.SPLIT, whole, 0, remains, List.of(), "split", division, null, null, Map.of());
    }

    private static Facility facility(String id) {
        return directory.facilities.find(id).orElseThrow().content();
    }

    private static String roleAt(String id) {
        return directory.roles.find(id).orElseThrow().content().facility();
    }

    private static List<String> resolve(String code) {
        return directory.curation.resolve(DirectorySystems.MSPBS_ESTABLISHMENT, code);
    }

    private static List<String> layIn(String district, LocalDate on) {
        return directory
                .places
                .find(new PlaceQuery(List.of(new PlaceCondition.LayIn(List.of(district), on)), 500, 0))
                .page()
                .stream()
                .map(found -> found.place().id())
                .toList();
    }

    private static List<String> targets(String entry) {
        return directory
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT target FROM directory_link WHERE entry_id = :id")
                        .bind("id", entry)
                        .mapTo(String.class)
                        .list());
    }

    private static boolean withdrawn(String entry) {
        return directory
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT withdrawn FROM care_entry WHERE id = :id")
                        .bind("id", entry)
                        .mapTo(Boolean.class)
                        .one());
    }
}
