package org.hms.registry.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HAPI's validator with IHE's packages loaded. Codes of systems that no package brings are taken as they are; all else is
 * judged as the profiles say.
 */
final class IheValidator {

    /** Loaded once: the definitions take seconds to read. */
    private static final class Loaded {
        static final FhirValidator VALIDATOR = load();
    }

    private IheValidator() {}

    @SuppressWarnings("deprecation") // what HAPI means to put in its place does not yet let unknown systems pass
    private static FhirValidator load() {
        var context = FhirContext.forR4Cached();
        var lenient = new UnknownCodeSystemWarningValidationSupport(context);
        lenient.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                IhePackages.definitions(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context),
                lenient);
        var module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(true);
        module.setErrorForUnknownProfiles(true);
        return context.newValidator().registerValidatorModule(module);
    }

    /** What is wrong with a body under FHIR R4, the profiles it claims, and these profiles. */
    static List<String> errors(String body, String... profiles) {
        var options = new ValidationOptions();
        for (var profile : profiles) {
            options.addProfile(profile);
        }
        return Loaded.VALIDATOR.validateWithResult(body, options).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }
}
