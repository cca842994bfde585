package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.Objects;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.RedactedQuery;
import org.hms.registry.fhir.ResultControl.SortKey;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.patient.PersonQuery;
import org.hms.registry.patient.PersonQuery.By;
import org.hms.registry.patient.PersonSearch;
import org.hms.registry.patient.PersonSearch.Found;
import org.hms.registry.patient.PersonSearch.Hit;

/**
 * <a href="https://profiles.ihe.net/ITI/PDQm/ITI-78.html">Mobile Patient Demographics Query, ITI-78</a>: finds persons by what
 * their golden records say. Each parameter, and each repetition of one, narrows the answer; the values of a list are alternatives.
 */
public final class PatientSearch implements FhirHandler {

    static final String[] SORTS = {"_id", "_lastUpdated", "birthdate", "family", "given"};

    private final PersonSearch search;
    private final PersonPatients patients;
    private final PatientSearchParameters parameters;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PatientSearch(PersonSearch search, PersonPatients patients, AuditTrail audit, InstantSource clock) {
        this.search = search;
        this.patients = patients;
        this.parameters = new PatientSearchParameters(patients.index(), clock);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        if (request.query().terms().isEmpty()) {
            throw FhirProblem.required("A search names at least one parameter, such as an identifier", "identifier");
        }
        var domains = WantedDomains.of(request.query(), patients.index());
        if (!domains.allKnown()) {
            return WantedDomains.unknown();
        }
        var found = find(request);
        var eids = found.hits().stream().map(Hit::eid).toList();
        audit.record(new AuditEntry(clock.instant(), request.caller(), "search", "Patient", eids, "success")
                .asked(RedactedQuery.of(request, "Patient")));
        var searchset = Searchset.of(request, found.total());
        add(found, domains, request.caller(), searchset);
        return searchset.answer();
    }

    private Found find(FhirRequest request) {
        var query = request.query();
        try {
            var wanted = new PersonQuery(
                    query.terms().stream().map(parameters::condition).toList(),
                    query.control().sort().stream().map(PatientSearch::order).toList(),
                    query.count(),
                    query.offset());
            return search.find(wanted.askedBy(request.caller()));
        } catch (PersonSearch.TooCostly e) {
            throw FhirProblem.tooCostly(Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private void add(Found found, WantedDomains domains, Caller caller, Searchset searchset) {
        var living = patients.of(found.hits().stream().filter(Hit::living).toList());
        for (var hit : found.hits()) {
            var patient = living.get(hit.eid());
            if (patient != null) {
                searchset.match(domains.narrow(patient));
            } else if (!hit.living()) {
                patients.former(hit.eid(), caller).ifPresent(former -> {
                    searchset.match(domains.narrow(former.patient()));
                    searchset.include(domains.narrow(former.heir()));
                });
            }
        }
    }

    private static PersonQuery.Order order(SortKey key) {
        return new PersonQuery.Order(
                switch (key.parameter()) {
                    case "_id" -> By.EID;
                    case "_lastUpdated" -> By.UPDATED;
                    case "birthdate" -> By.BIRTH_DATE;
                    case "family" -> By.FAMILY;
                    case "given" -> By.GIVEN;
                    default -> throw new IllegalStateException("Not offered, but asked: " + key.parameter());
                },
                key.descending());
    }
}
