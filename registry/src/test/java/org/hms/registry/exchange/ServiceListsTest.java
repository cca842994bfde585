package org.hms.registry.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Succession;
import org.hms.registry.territory.DirectorySystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What services rows of a list become. */
final class ServiceListsTest {

    private static final List<Facility> FACILITIES = FacilitySeed.facilities().subList(0, 4);
    private static final String AT = FACILITIES.getFirst().id();
    private static final String HEADER = "id,facility,name,type,specialty,hours,phone,comment,status\n";

    private static HealthcareService service(String row) {
        var rows = ServiceLists.read((HEADER + row).getBytes(StandardCharsets.UTF_8), null);
        return new ServiceForm("prueba", new Offering(FACILITIES)).service(rows.getFirst());
    }

    @Test
    void aRowBecomesAServiceOfItsFacility() {
        var service = service(
                "7," + AT
                        + ",Vacunatorio,urn:t|57|Vacunación,ALERGIA E INMUNOLOGIA; 3,lun-vie 07:00-17:00; sáb 24h,0900 1;0900 2,Sin cita,");

        assertThat(service.id()).isEqualTo(ServiceForm.idOf("prueba", "7")).startsWith("s-");
        assertThat(service.organization()).isEqualTo(AT);
        assertThat(service.locations()).containsExactly(AT);
        assertThat(service.nature().types())
                .singleElement()
                .satisfies(type -> assertThat(type.display()).isEqualTo("Vacunación"));
        assertThat(service.nature().specialties())
                .extracting(specialty -> specialty.system() + "|" + specialty.code())
                .containsExactly(DirectorySystems.SPECIALTY + "|1", DirectorySystems.SPECIALTY + "|3");
        assertThat(service.hours()).hasSize(2);
        assertThat(service.phones()).containsExactly("0900 1", "0900 2");
        assertThat(service.active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'7,AT,,urn:t|57,,,,,', nombre",
        "'7,AT,Vacunatorio,,,,,,', tipo",
        "'7,AT,Vacunatorio,Vacunación,,,,,', asignación",
        "'7,nadie,Vacunatorio,urn:t|57,,,,,', ningún",
        "'7,,Vacunatorio,urn:t|57,,,,,', qué establecimiento",
        "'7,AT,Vacunatorio,urn:t|57,Astrología,,,,', especialidad",
        "'7,AT,Vacunatorio,urn:t|57,,de mañana,,,', horario",
        "'7,AT,Vacunatorio,urn:t|57,,,,,quizás', estado"
    })
    void whatIsNoServiceIsRefusedWithTheReason(String row, String says) {
        assertThatThrownBy(() -> service(row.replace("AT", AT)))
                .isInstanceOf(RefusedRow.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource({
        "lun-vie 07:00-17:00, 5, 07:00, 17:00",
        "sáb 7:00-12:00, 1, 07:00, 12:00",
        "vie-lun 07:00-12:30, 4, 07:00, 12:30",
        "'lunes,miércoles,viernes 06:00-07:00', 3, 06:00, 07:00"
    })
    void hoursAreReadAsTheyAreWritten(String text, int days, String from, String until) {
        var hours = WeekHours.read(text);

        assertThat(hours.days()).hasSize(days);
        assertThat(hours.from()).hasToString(from);
        assertThat(hours.until()).hasToString(until);
    }

    @Test
    void allDayIsWrittenShort() {
        assertThat(WeekHours.read("24h").days()).containsExactly(DayOfWeek.values());
        assertThat(WeekHours.read("dom 24 h").allDay()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lun", "lun a vie 07:00-08:00", "lun-mie-vie 07:00-08:00", "xyz 24h", "25:00-26:00", "07-17"
            })
    void otherHoursAreRefused(String text) {
        assertThatThrownBy(() -> WeekHours.read(text)).isInstanceOf(RefusedRow.class);
    }

    @Test
    void aCodeLeadsToWhatFollowedAndAClosedFacilityOffersNothing() {
        var gone = FACILITIES
                .get(1)
                .with(FacilityStatus.INACTIVE)
                .with(new Succession(List.of(), List.of(FACILITIES.get(2).id())));
        var closed = FACILITIES.get(3).with(FacilityStatus.INACTIVE);
        var offering = new Offering(List.of(FACILITIES.getFirst(), gone, FACILITIES.get(2), closed));

        assertThat(offering.facility(gone.id())).isEqualTo(FACILITIES.get(2).id());
        assertThat(offering.facility(gone.identifiers().getFirst().value()))
                .isEqualTo(FACILITIES.get(2).id());
        assertThatThrownBy(() -> offering.facility(closed.id())).hasMessageContaining("cerrado");
        var twice = new Offering(
                List.of(FACILITIES.getFirst(), FACILITIES.get(2), copy(FACILITIES.get(3), FACILITIES.getFirst())));
        assertThatThrownBy(() -> twice.facility(
                        FACILITIES.getFirst().identifiers().getFirst().value()))
                .hasMessageContaining("varios");
    }

    private static Facility copy(Facility facility, Facility codes) {
        return new Facility(
                facility.id(),
                facility.source(),
                facility.name(),
                facility.kind(),
                facility.site(),
                codes.identifiers(),
                facility.service());
    }

    @Test
    void whatAListHasNoColumnForStays() {
        var before = service("7," + AT + ",Vacunatorio,urn:t|57,3,24h,0900 1,Sin cita,");
        var now = service("7," + AT + ",Vacunatorio Central,urn:t|58,,,,,");

        var merged = ServiceForm.merged(now, before, Set.of(ServiceField.PHONE));

        assertThat(merged.name()).isEqualTo("Vacunatorio Central");
        assertThat(merged.phones()).isEmpty();
        assertThat(merged.hours()).isEqualTo(before.hours());
        assertThat(merged.nature().specialties()).isEqualTo(before.nature().specialties());
        assertThat(merged.nature().comment()).isEqualTo("Sin cita");
    }
}
