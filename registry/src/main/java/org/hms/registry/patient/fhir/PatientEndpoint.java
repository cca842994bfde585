package org.hms.registry.patient.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.Operation;
import org.hms.registry.fhir.SearchParameter;
import org.hms.registry.idempotency.fhir.IdempotentRequests;

/** What can be asked of Patient over FHIR; routing and the CapabilityStatement are both made from this. */
public final class PatientEndpoint {

    private static final Role[] ASK = {Role.ADMIN, Role.STEWARD, Role.SYSTEM};
    private static final Role[] FEED = {Role.ADMIN, Role.SYSTEM};
    private static final String PIXM_PROFILE = "https://profiles.ihe.net/ITI/PIXm/StructureDefinition/IHE.PIXm.Patient";
    private static final String IHE_PIX = "https://profiles.ihe.net/ITI/PIXm/OperationDefinition/IHE.PIXm.pix";
    private static final String PDQM_PROFILE = "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.Patient";
    private static final String MATCH = "https://profiles.ihe.net/ITI/PDQm/OperationDefinition/PDQmMatch";

    private static final SearchParameter IDENTIFIER =
            SearchParameter.of("identifier", SearchParamType.TOKEN, "system|value of an identifier");

    private PatientEndpoint() {}

    public static FhirEndpoint of(
            PatientReads reads,
            PatientQueries queries,
            PatientFeedInteraction feed,
            IdempotentRequests once,
            MatchOperation match,
            IhePixOperation ihePix) {
        return FhirEndpoint.of("Patient")
                .supports(PIXM_PROFILE)
                .supports(PDQM_PROFILE)
                .read(reads::read, ASK)
                .vread(queries.versions()::vread, ASK)
                .search(reads::search, PatientSearchParameters.ALL, ASK)
                .sorts(PatientSearch.SORTS)
                .historyInstance(queries.versions()::ofOne, List.of(PatientVersions.SINCE), ASK)
                .historyType(queries.versions()::ofAll, List.of(PatientVersions.SINCE, PatientVersions.BEFORE), ASK)
                .conditionalUpdate(once.around(feed), List.of(IDENTIFIER), FEED)
                .conditionalCreate(once.around(feed::create), FEED)
                .conditionalDelete(feed::remove, List.of(IDENTIFIER), FEED)
                .operation("match", Operation.Level.TYPE, Set.of("POST"), match, MATCH, ASK)
                .operation("ihe-pix", Operation.Level.TYPE, Set.of("GET", "POST"), ihePix, IHE_PIX, ASK)
                .operation(
                        "mdm-submit",
                        Operation.Level.INSTANCE,
                        Set.of("POST"),
                        queries.submit(),
                        MdmOperations.DEFINITIONS + "mdm-submit",
                        Role.ADMIN,
                        Role.STEWARD)
                .operation(
                        "everything",
                        Operation.Level.INSTANCE,
                        Set.of("GET"),
                        queries.everything(),
                        "http://hl7.org/fhir/OperationDefinition/Patient-everything",
                        ASK)
                .build();
    }
}
