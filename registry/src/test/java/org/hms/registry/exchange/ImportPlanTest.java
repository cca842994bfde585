package org.hms.registry.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.TerritorySeed;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the rows of a list, before anything is written. */
final class ImportPlanTest {

    private static final Territory TERRITORY = new Territory(TerritorySeed.jurisdictions());

    private static List<PlaceRow> csv(String text) {
        return FacilityLists.read(Format.CSV, text.getBytes(StandardCharsets.UTF_8), ListMapping.usual());
    }

    private static List<PlannedRow<Facility>> plan(List<PlaceRow> rows, Map<String, Known<Facility>> known) {
        return new ImportPlan("prueba", TERRITORY).of(rows, ids -> {
            var found = new HashMap<>(known);
            found.keySet().retainAll(ids);
            return found;
        });
    }

    private static PlannedRow<Facility> one(String text) {
        return plan(csv(text), Map.of()).getFirst();
    }

    private static Known<Facility> known(Facility current, Facility left) {
        return new Known<>(new Published<>(current, 3, Instant.EPOCH), left);
    }

    @Test
    void aRowBecomesAFacilityOfItsSource() {
        var row = one("""
            codigo;nombre;tipo;cod_distrito;latitud;longitud;telefono
            7;H.D. Fuerte Olimpo;HD;1701;-21,0414;-57,8727;0900 1 / 0900 2
            """);

        assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
        var facility = row.next();
        assertThat(facility.source().list()).isEqualTo("prueba");
        assertThat(facility.site().district()).isEqualTo("py-dis-1701");
        assertThat(facility.site().position().latitude()).isEqualTo(-21.0414);
        assertThat(facility.service().phones()).containsExactly("0900 1", "0900 2");
        assertThat(facility.kind().type().display()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,name / ,Casa|no tiene identificador",
                "id,name / 1,|no tiene nombre",
                "id,name,type / 1,Casa,XYZ|el tipo no es conocido: XYZ",
                "id,name,ownership / 1,Casa,mía|la dependencia",
                "id,name,status / 1,Casa,quizás|el estado",
                "id,name,lat,lon / 1,Casa,-25,|van juntas",
                "id,name,lat,lon / 1,Casa,norte,este|no son un punto",
                "id,name,lat,lon / 1,Casa,48.8,2.3|fuera del país",
                "id,name,mspbs_code / 1,Casa,77|el código",
                "id,name,district_code / 1,Casa,9999|el distrito no es conocido",
                "id,name,district / 1,Casa,Atlantis|el distrito no es conocido",
                "id,name,health_region / 1,Casa,77|la región sanitaria",
                "id,name,parent / 1,Casa,99|su superior no está",
                "id,name,parent / 1,Casa,1|es parte de sí mismo"
            })
    void aRowThatCannotBeOneIsRefusedWithTheReason(String list, String reason) {
        var row = one(list.replace(" / ", "\n"));

        assertThat(row.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(row.reason()).contains(reason);
        assertThat(row.next()).isNull();
    }

    @Test
    void aDistrictOfWhichThereAreTwoIsFoundWithinItsDepartmentAlone() {
        assertThat(one("id,name,district\n1,Casa,Bella Vista\n").reason()).contains("o hay varios de ese nombre");
        assertThat(one("id,name,district,department\n1,Casa,BELLA VISTA,Amambay\n")
                        .next()
                        .site()
                        .district())
                .isEqualTo("py-dis-1302");
    }

    @Test
    void oneBadRowDoesNotKeepTheOthersOut() {
        var rows = plan(csv("id,name,type\n1,Casa,HD\n2,Casa,NADA\n1,Otra,HD\n3,Casa,USF\n"), Map.of());

        assertThat(rows)
                .extracting(PlannedRow::outcome)
                .containsExactly(Outcome.CREATED, Outcome.REJECTED, Outcome.REJECTED, Outcome.CREATED);
        assertThat(rows.get(2).reason()).contains("también en otra fila");
    }

    @Test
    void theSameRowAgainChangesNothing() {
        var first = one("id,name\n1,Casa\n").next();

        var again = plan(csv("id,name\n1,Casa\n"), Map.of(first.id(), known(first, first)));

        assertThat(again.getFirst().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.getFirst().after()).isZero();
    }

    @Test
    void whatASourceSaysAnewRevisesWhatItSaid() {
        var first = one("id,name\n1,Casa\n").next();

        var next = plan(csv("id,name\n1,Casa Grande\n"), Map.of(first.id(), known(first, first)))
                .getFirst();

        assertThat(next.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(next.after()).isEqualTo(4);
    }

    @Test
    void whatAListHasNoColumnForStaysAndAnEmptyCellEmpties() {
        var before =
                one("id,name,type,district_code,lat,lon,phone,mspbs_code\n1,Casa,HD,1702,-21.7,-59.1,0900 1,17020001\n")
                        .next();
        var state = Map.of(before.id(), known(before, before));

        assertThat(plan(csv("id,name\n1,Casa\n"), state).getFirst().outcome()).isEqualTo(Outcome.UNCHANGED);
        var next = plan(csv("id,name,phone,mspbs_code\n1,Casa,,17020002\n"), state)
                .getFirst()
                .next();
        assertThat(next.service().phones()).isEmpty();
        assertThat(next.site()).isEqualTo(before.site());
        assertThat(next.kind()).isEqualTo(before.kind());
        assertThat(next.identifiers().toString()).contains("17020001", "17020002");
        var moved = plan(csv("id,name,district_code\n1,Casa,\n"), state).getFirst();
        assertThat(moved.next().site().district()).isNull();
        assertThat(moved.next().site().position()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(FacilityList.class)
    void theListsThatShipAreKnownAgain(FacilityList list) throws Exception {
        var source = list.name().toLowerCase(Locale.ROOT);
        var state = FacilitySeed.facilities().stream()
                .collect(Collectors.toMap(Facility::id, facility -> known(facility, facility)));
        byte[] file;
        try (var in = SeedData.open(SeedData.dataSet(list.dataSet()))) {
            file = in.readAllBytes();
        }
        var rows = FacilityLists.read(Format.CSV, file, ListMapping.usual());

        var planned = new ImportPlan(source, TERRITORY).of(rows, ids -> {
            var found = new HashMap<>(state);
            found.keySet().retainAll(ids);
            return found;
        });

        assertThat(planned)
                .as(planned.stream()
                        .filter(row -> row.outcome() != Outcome.UNCHANGED)
                        .limit(3)
                        .toList()
                        .toString())
                .allMatch(row -> row.outcome() == Outcome.UNCHANGED);
    }

    @Test
    void whatAStewardChangedIsNotOverwritten() {
        var first = one("id,name\n1,Casa\n").next();
        var corrected = one("id,name\n1,Casa corregida\n").next();
        var state = Map.of(first.id(), known(corrected, first));

        assertThat(plan(csv("id,name\n1,Casa\n"), state).getFirst().outcome()).isEqualTo(Outcome.UNCHANGED);
        var other = plan(csv("id,name\n1,Casa Grande\n"), state).getFirst();
        assertThat(other.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(other.reason()).contains("cambió después de la última importación");
    }

    private static final String UNITS = """
        {"organisationUnits": [
          {"id": "fac00000001", "name": "USF Loma", "parent": {"id": "dis00000001"}, "code": "17010001",
           "geometry": {"type": "Point", "coordinates": [-57.9, -21.1]}},
          {"id": "dis00000001", "name": "Fuerte Olimpo", "parent": {"id": "dep00000001"}},
          {"id": "dep00000001", "name": "Alto Paraguay", "parent": {"id": "cou00000001"}},
          {"id": "cou00000001", "name": "Paraguay"},
          {"id": "dis00000002", "name": "Ninguna Parte", "parent": {"id": "dep00000001"}},
          {"id": "fac00000002", "name": "USF Perdida", "parent": {"id": "dis00000002"}}]}
        """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void childrenMayStandBeforeTheirParents(long seed) {
        var rows = FacilityLists.read(Format.DHIS2, UNITS.getBytes(StandardCharsets.UTF_8), ListMapping.usual());
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        var byId = plan(shuffled, Map.of()).stream()
                .collect(Collectors.toMap(row -> row.row().id(), row -> row));

        assertThat(byId.get("fac00000001").next().site().district()).isEqualTo("py-dis-1701");
        assertThat(byId.get("fac00000001").next().identifiers().toString()).contains("17010001");
        assertThat(byId.get("dis00000001").entry()).isEqualTo("py-dis-1701");
        assertThat(byId.get("cou00000001").entry()).isEqualTo("py");
        assertThat(byId.get("dis00000002").outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(byId.get("fac00000002").next().site().district()).isNull();
    }

    @Test
    void aTreeOfTooManyLevelsIsRefusedRowByRow() {
        var units = IntStream.range(0, 30_000)
                .mapToObj(
                        unit -> "{\"id\": \"%d\", \"name\": \"Unidad %d\", \"level\": %d, \"parent\": {\"id\": \"%d\"}}"
                                .formatted(unit, unit, unit == 0 ? 5 : 4, unit + 1))
                .collect(Collectors.joining(",", "{\"organisationUnits\": [", "]}"));
        var mapping = ListMapping.read("facility-level: 5");

        var planned = plan(FacilityLists.read(Format.DHIS2, units.getBytes(StandardCharsets.UTF_8), mapping), Map.of());

        assertThat(planned).extracting(PlannedRow::outcome).containsOnly(Outcome.REJECTED);
        assertThat(planned.getFirst().reason()).contains("niveles");
    }

    @Test
    void aMappingNamesColumnsAndTranslatesWords() {
        var mapping = ListMapping.read("""
            columns: {id: Nro, name: Denominación}
            values: {type: {"Unidad Básica": USF}}
            """);
        var rows = FacilityLists.read(
                Format.CSV,
                "Nro|Denominación|Tipo\n5|Ñandutí|UNIDAD BASICA\n".getBytes(Charset.forName("windows-1252")),
                mapping);

        var planned = plan(rows, Map.of()).getFirst();

        assertThat(planned.next().name().repaired()).isEqualTo("Ñandutí");
        assertThat(planned.next().kind().type().code()).isEqualTo("USF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns: {nada: x}", "colums: {}", "columns: [", "values: {type: 7}"})
    void aMappingThatSaysSomethingElseIsRefused(String mapping) {
        assertThatThrownBy(() -> ListMapping.read(mapping)).isInstanceOf(UnreadableList.class);
    }

    @Test
    void aListWithoutIdsOrNamesIsRefusedAsAWhole() {
        assertThatThrownBy(() -> csv("name\nCasa\n")).hasMessageContaining("id");
        assertThatThrownBy(() -> csv("id\n1\n")).hasMessageContaining("name");
        assertThatThrownBy(() -> csv("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> FacilityLists.read(
                        Format.GEOJSON, "{\"type\":1}".getBytes(StandardCharsets.UTF_8), ListMapping.usual()))
                .hasMessageContaining("features");
    }
}
