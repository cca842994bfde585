package org.hms.registry.careservice.fhir;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.careservice.HealthcareService.Nature;
import org.hms.registry.careservice.OpeningHours;
import org.hms.registry.fhir.FhirProblem;

/** Services as FHIR's HealthcareService: a name, at least one type, and who provides it or where it is offered. */
final class HealthcareServiceMapping
        implements CareMapping<HealthcareService, org.hl7.fhir.r4.model.HealthcareService> {

    private static final String PATH = "HealthcareService";

    @Override
    public Class<org.hl7.fhir.r4.model.HealthcareService> type() {
        return org.hl7.fhir.r4.model.HealthcareService.class;
    }

    @Override
    public String prefix() {
        return HealthcareService.ID_PREFIX;
    }

    @Override
    public org.hl7.fhir.r4.model.HealthcareService toResource(HealthcareService entry) {
        var service = new org.hl7.fhir.r4.model.HealthcareService();
        service.setIdentifier(CareTerms.toIdentifiers(entry.identifiers()));
        service.setActive(entry.active());
        service.setName(entry.name());
        if (entry.organization() != null) {
            service.getProvidedBy().setReference("Organization/" + entry.organization());
        }
        service.setLocation(CareTerms.toReferences(entry.locations(), "Location"));
        service.setType(CareTerms.toConcepts(entry.nature().types()));
        service.setSpecialty(CareTerms.toConcepts(entry.nature().specialties()));
        service.setComment(entry.nature().comment());
        service.setTelecom(CareTerms.toPhones(entry.phones()));
        entry.hours().forEach(hours -> service.addAvailableTime(toAvailableTime(hours)));
        ServiceExceptions.tell(entry.exceptions(), service);
        ServiceExceptions.tell(entry.capacity(), service);
        return service;
    }

    @Override
    public HealthcareService toEntry(String id, org.hl7.fhir.r4.model.HealthcareService service) {
        if (!service.hasType()) {
            throw FhirProblem.required("A service has a type", PATH + ".type");
        }
        if (!service.hasProvidedBy() && !service.hasLocation()) {
            throw FhirProblem.required("A service has somebody who provides it, or a location", PATH + ".location");
        }
        return new HealthcareService(
                id,
                false,
                !service.hasActive() || service.getActive(),
                CareTerms.identifiers(service.getIdentifier(), PATH),
                CareTerms.required(service.getName(), PATH + ".name"),
                CareTerms.optionalId(service.getProvidedBy(), "Organization", PATH + ".providedBy"),
                CareTerms.ids(service.getLocation(), "Location", PATH + ".location"),
                new Nature(
                        CareTerms.types(service.getType(), PATH + ".type"),
                        CareTerms.types(service.getSpecialty(), PATH + ".specialty"),
                        service.getComment()),
                service.getAvailableTime().stream()
                        .map(HealthcareServiceMapping::hours)
                        .toList(),
                CareTerms.phones(service.getTelecom(), PATH + ".telecom"),
                ServiceExceptions.exceptions(service),
                ServiceExceptions.capacity(service));
    }

    private static OpeningHours hours(HealthcareServiceAvailableTimeComponent time) {
        var days = time.getDaysOfWeek().stream().map(day -> day(day.getValue())).toList();
        if (time.getAllDay()) {
            return new OpeningHours(days, null, null);
        }
        return new OpeningHours(
                days,
                clock(time.getAvailableStartTime(), "availableStartTime"),
                clock(time.getAvailableEndTime(), "availableEndTime"));
    }

    private static LocalTime clock(String text, String element) {
        var path = PATH + ".availableTime." + element;
        try {
            return LocalTime.parse(CareTerms.required(text, path));
        } catch (DateTimeParseException e) {
            throw FhirProblem.invalid("A time of day is written 07:30:00", path);
        }
    }

    private static HealthcareServiceAvailableTimeComponent toAvailableTime(OpeningHours hours) {
        var time = new HealthcareServiceAvailableTimeComponent();
        hours.days().forEach(day -> time.addDaysOfWeek(toDay(day)));
        if (hours.from() == null || hours.until() == null) {
            return time.setAllDay(true);
        }
        return time.setAvailableStartTime(seconds(hours.from())).setAvailableEndTime(seconds(hours.until()));
    }

    private static String seconds(LocalTime time) {
        var text = time.toString();
        return text.length() == 5 ? text + ":00" : text;
    }

    private static final List<DaysOfWeek> DAYS = Arrays.asList(
            DaysOfWeek.MON,
            DaysOfWeek.TUE,
            DaysOfWeek.WED,
            DaysOfWeek.THU,
            DaysOfWeek.FRI,
            DaysOfWeek.SAT,
            DaysOfWeek.SUN);

    private static DayOfWeek day(DaysOfWeek day) {
        return DayOfWeek.of(DAYS.indexOf(day) + 1);
    }

    private static DaysOfWeek toDay(DayOfWeek day) {
        return DAYS.get(day.ordinal());
    }
}
