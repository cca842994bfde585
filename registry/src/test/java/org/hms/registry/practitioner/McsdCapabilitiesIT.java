package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the CapabilityStatement says against what mCSD asks of a Directory. */
@ExtendWith(SharedDirectory.class)
final class McsdCapabilitiesIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** The parameters that mCSD 4.0 asks of a Directory, from its CapabilityStatement. */
    private static final String MCSD = """
        HealthcareService _id _lastUpdated active identifier location name organization service-type
        Location _id _lastUpdated identifier name organization partof type status near
        Organization _id _lastUpdated active identifier name partof type
        Practitioner _id _lastUpdated active identifier name given family
        PractitionerRole _id _lastUpdated active location organization practitioner role service specialty
        Endpoint _id _lastUpdated identifier organization status
        OrganizationAffiliation _id _lastUpdated active date identifier participating-organization primary-organization role\
        """;

    private final DirectoryServer server;

    McsdCapabilitiesIT(DirectoryServer server) {
        this.server = server;
    }

    @Test
    void theCapabilityStatementSaysAllThatMcsdAsksOfADirectory() {
        var statement = FHIR.newJsonParser()
                .parseResource(
                        CapabilityStatement.class, server.get("/fhir/metadata").body());

        for (var line : MCSD.lines().toList()) {
            var parts = line.strip().split(" ", -1);
            var resource = statement.getRestFirstRep().getResource().stream()
                    .filter(offered -> offered.getType().equals(parts[0]))
                    .findFirst()
                    .orElseThrow();
            var said =
                    resource.getSearchParam().stream().map(one -> one.getName()).toList();
            assertThat(said).as(parts[0]).contains(Arrays.copyOfRange(parts, 1, parts.length));
            assertThat(resource.getInteraction().stream()
                            .map(one -> one.getCode().toCode()))
                    .as(parts[0])
                    .contains("read", "search-type", "history-type");
        }
    }
}
