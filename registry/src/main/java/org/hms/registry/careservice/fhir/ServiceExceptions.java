package org.hms.registry.careservice.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceNotAvailableComponent;
import org.hl7.fhir.r4.model.IntegerType;
import org.hms.registry.careservice.OpeningExceptions;
import org.hms.registry.careservice.OpeningExceptions.Closure;
import org.hms.registry.careservice.ServiceCapacity;
import org.hms.registry.careservice.ServiceCapacity.Beds;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectoryType;

/** When a service is closed, and how many beds it has; the latter in an extension, since R4 has no element for it. */
final class ServiceExceptions {

    static final String BEDS = "https://registry.hms.gov.py/fhir/StructureDefinition/service-beds";

    private static final String PATH = "HealthcareService";
    private static final String KIND = "kind";
    private static final String NUMBER = "number";
    private static final int MOST = 100_000;

    private ServiceExceptions() {}

    static OpeningExceptions exceptions(HealthcareService service) {
        return new OpeningExceptions(
                service.getAvailabilityExceptions(),
                service.getNotAvailable().stream()
                        .map(ServiceExceptions::closure)
                        .toList());
    }

    private static Closure closure(HealthcareServiceNotAvailableComponent closed) {
        var path = PATH + ".notAvailable";
        var during = closed.getDuring();
        var from = CareTerms.day(during.getStartElement(), path + ".during.start");
        var until = CareTerms.day(during.getEndElement(), path + ".during.end");
        if (from != null && until != null && until.isBefore(from)) {
            throw FhirProblem.invalid("The period ends before it begins", path + ".during");
        }
        return new Closure(CareTerms.required(closed.getDescription(), path + ".description"), from, until);
    }

    static void tell(OpeningExceptions exceptions, HealthcareService service) {
        service.setAvailabilityExceptions(exceptions.words());
        for (var closure : exceptions.closures()) {
            service.addNotAvailable()
                    .setDescription(closure.why())
                    .setDuring(CareTerms.toPeriod(closure.from(), closure.until()));
        }
    }

    static ServiceCapacity capacity(HealthcareService service) {
        return new ServiceCapacity(service.getExtensionsByUrl(BEDS).stream()
                .map(ServiceExceptions::beds)
                .toList());
    }

    private static Beds beds(Extension extension) {
        var path = PATH + ".extension";
        var kind = extension.getExtensionByUrl(KIND);
        var number = extension.getExtensionByUrl(NUMBER);
        if (kind == null
                || number == null
                || !(kind.getValue() instanceof CodeableConcept concept)
                || !(number.getValue() instanceof IntegerType count)) {
            throw FhirProblem.required("Beds have a kind, a CodeableConcept, and a number, an integer", path);
        }
        if (count.getValue() < 0 || count.getValue() > MOST) {
            throw FhirProblem.invalid("A number of beds is 0 or more, and no more than " + MOST, path);
        }
        return new Beds(CareTerms.type(concept.getCoding(), path + ".valueCodeableConcept"), count.getValue());
    }

    static void tell(ServiceCapacity capacity, HealthcareService service) {
        for (var beds : capacity.beds()) {
            var extension = service.addExtension().setUrl(BEDS);
            extension.addExtension(
                    KIND,
                    CareTerms.toConcepts(List.<DirectoryType>of(beds.kind())).getFirst());
            extension.addExtension(NUMBER, new IntegerType(beds.number()));
        }
    }
}
