package org.hms.registry.patient.fhir;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.SearchQuery;
import org.hms.registry.fhir.SearchTerm.Token;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;

/**
 * Which identifiers a caller wants to see (ITI-78, "Populating Which Domains are Returned"): {@code identifier=uri|,uri|} asks for
 * persons who have one of these systems, and for the identifiers of these systems alone.
 */
final class WantedDomains {

    private final Set<String> systems;
    private final boolean allKnown;

    private WantedDomains(Set<String> systems, boolean allKnown) {
        this.systems = systems;
        this.allKnown = allKnown;
    }

    static WantedDomains of(SearchQuery query, PatientIndex index) {
        var systems = new LinkedHashSet<String>();
        for (var term : query.terms("identifier")) {
            var asked = term.tokens().stream()
                    .filter(token -> token.code().isBlank())
                    .map(Token::system)
                    .flatMap(Stream::ofNullable)
                    .filter(system -> !system.isBlank())
                    .toList();
            if (asked.size() == term.tokens().size()) {
                asked.forEach(system -> systems.add(index.canonical(system)));
            }
        }
        boolean allKnown = systems.stream()
                .allMatch(system ->
                        system.equals(IdentifierSystems.ENTERPRISE_ID) || index.knowsIdentifierSystem(system));
        return new WantedDomains(systems, allKnown);
    }

    boolean allKnown() {
        return allKnown;
    }

    /** The answer that the profile prefers when a domain is not known: 404 with a warning, not an error. */
    static FhirAnswer unknown() {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.NOTFOUND)
                .setDiagnostics("targetSystem not found")
                .addExpression("identifier");
        return new FhirAnswer(404, outcome, null, null, null);
    }

    Patient narrow(Patient patient) {
        if (!systems.isEmpty()) {
            patient.getIdentifier().removeIf(identifier -> !systems.contains(identifier.getSystem()));
        }
        return patient;
    }
}
