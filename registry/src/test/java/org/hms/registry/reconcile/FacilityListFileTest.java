package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import org.hms.registry.territory.GeoPoint;
import org.hms.seed.FacilityList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FacilityListFileTest {

    @Test
    void theUsualHeadingsAreKnown() {
        var trinidad = ShippedLists.read(FacilityList.A).getFirst();

        assertThat(trinidad.id()).isEqualTo("A001");
        assertThat(trinidad.name()).isEqualTo("HMI- SANTISIMA TRINIDAD");
        assertThat(trinidad.type()).isEqualTo("HMI");
        assertThat(trinidad.where().district()).isEqualTo("0000");
        assertThat(trinidad.where().point()).isEqualTo(new GeoPoint(-25.260985, -57.576308));
        assertThat(trinidad.phones()).containsExactly("021290165");
    }

    @Test
    void otherSeparatorsEncodingsAndHeadingsAreReadToo() {
        var bytes = "Código;Nombre del Establecimiento;Distrito;Latitud;Longitud\n7;C.S. ITÁ;Itá;-25,5;-57,36\n"
                .getBytes(Charset.forName("windows-1252"));
        var read = FacilityListFile.read(
                FacilityListFile.text(bytes), "codigo", Map.of("name", "nombre del establecimiento"));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().name()).isEqualTo("C.S. ITÁ");
        assertThat(read.getFirst().where().point()).isEqualTo(new GeoPoint(-25.5, -57.36));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", empty",
                "\"id,name\n1,A\n1,B\", Line 3",
                "\"id,name\n,A\", no id",
                "\"id,name\n1,\", no name",
                "\"id,title\n1,A\", name of the facility",
                "\"code,name\n1,A\", no column id",
                "\"id,name,lat,lon\n1,A,95,10\", Line 2",
                "\"id,name,lat,lon\n1,A,here,10\", Line 2",
            })
    void whatIsWrongIsToldWithItsPlace(String csv, String said) {
        assertThatThrownBy(() -> FacilityListFile.read(csv, "id", Map.of()))
                .isInstanceOf(InvalidFacilityList.class)
                .hasMessageContaining(said);
    }

    @Test
    void aMappingNamesAColumnThatThereIsOfAKindThatThereIs() {
        assertThatThrownBy(() -> FacilityListFile.read("id,name\n1,A", "id", Map.of("colour", "name")))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> FacilityListFile.read("id,name\n1,A", "id", Map.of("type", "kind")))
                .hasMessageContaining("kind");
    }

    @Test
    void aRowThatIsShorterThanTheHeaderLacksWhatItLacks() {
        assertThat(FacilityListFile.read("id,name,type\n1,A", "id", Map.of())
                        .getFirst()
                        .type())
                .isNull();
    }
}
