package org.hms.registry.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hms.registry.fhir.Interaction.Kind;

/** Writes down what the endpoints offer. Conditional interactions are flags in FHIR, the others are named. */
final class CapabilityStatements {
    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";

    private final List<FhirEndpoint> endpoints;
    private final FhirSettings settings;
    private final Date since = new Date();

    CapabilityStatements(List<FhirEndpoint> endpoints, FhirSettings settings) {
        this.endpoints = endpoints;
        this.settings = settings;
    }

    CapabilityStatement of(String base) {
        var statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(since)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("application/fhir+json")
                .addFormat("application/fhir+xml");
        statement.setUrl(base + "/metadata").setName("HmsRegistry").setTitle(settings.software());
        statement.setVersion(settings.version());
        statement
                .getSoftware()
                .setName(settings.software())
                .setVersion(settings.version())
                .setReleaseDateElement(new DateTimeType(since, TemporalPrecisionEnum.DAY));
        for (var endpoint : endpoints) {
            endpoint.instantiates().forEach(statement::addInstantiates);
            endpoint.features().forEach(feature -> statement.addExtension(toExtension(feature)));
        }
        statement.getImplementation().setDescription(settings.software()).setUrl(base);
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity().setCors(false).setDescription("Bearer tokens (JWT) in the header Authorization");
        endpoints.forEach(endpoint -> add(endpoint, rest));
        return statement;
    }

    private static Extension toExtension(FhirEndpoint.Feature feature) {
        var extension = new Extension(FEATURE);
        extension.addExtension("definition", new CanonicalType(feature.definition()));
        var isFlag = feature.value().equals("true");
        extension.addExtension("value", isFlag ? new BooleanType(true) : new CodeType(feature.value()));
        return extension;
    }

    private static void add(FhirEndpoint endpoint, CapabilityStatementRestComponent rest) {
        if (endpoint.type().isEmpty()) {
            endpoint.interactions()
                    .forEach(interaction -> rest.addInteraction()
                            .setCode(SystemRestfulInteraction.fromCode(
                                    interaction.kind() == Kind.BATCH ? "batch" : "transaction")));
            endpoint.operations()
                    .forEach(operation ->
                            rest.addOperation().setName(operation.name()).setDefinition(operation.definition()));
            return;
        }
        var resource = rest.addResource().setType(endpoint.type()).setVersioning(ResourceVersionPolicy.VERSIONED);
        if (endpoint.profile() != null) {
            resource.setProfile(endpoint.profile());
        }
        endpoint.declared().forEach(one -> resource.addExtension(one.extension(), new CanonicalType(one.canonical())));
        endpoint.supported().forEach(resource::addSupportedProfile);
        endpoint.interactions().forEach(interaction -> add(interaction, resource));
        endpoint.includes().forEach(resource::addSearchInclude);
        endpoint.revIncludes().forEach(resource::addSearchRevInclude);
        endpoint.operations().stream()
                .map(operation -> new CapabilityStatement.CapabilityStatementRestResourceOperationComponent()
                        .setName(operation.name())
                        .setDefinition(operation.definition()))
                .filter(operation -> resource.getOperation().stream()
                        .noneMatch(other -> other.getName().equals(operation.getName())))
                .forEach(resource::addOperation);
    }

    private static void add(Interaction interaction, CapabilityStatementRestResourceComponent resource) {
        switch (interaction.kind()) {
            case CONDITIONAL_CREATE -> {
                name(resource, TypeRestfulInteraction.CREATE);
                resource.setConditionalCreate(true);
            }
            case READ -> name(resource, TypeRestfulInteraction.READ);
            case VREAD -> name(resource, TypeRestfulInteraction.VREAD);
            case CREATE -> name(resource, TypeRestfulInteraction.CREATE);
            case UPDATE -> name(resource, TypeRestfulInteraction.UPDATE);
            case DELETE -> name(resource, TypeRestfulInteraction.DELETE);
            case HISTORY_INSTANCE -> name(resource, TypeRestfulInteraction.HISTORYINSTANCE);
            case HISTORY_TYPE -> name(resource, TypeRestfulInteraction.HISTORYTYPE);
            case CONDITIONAL_UPDATE -> {
                name(resource, TypeRestfulInteraction.UPDATE);
                resource.setConditionalUpdate(true);
            }
            case CONDITIONAL_DELETE -> {
                name(resource, TypeRestfulInteraction.DELETE);
                resource.setConditionalDelete(ConditionalDeleteStatus.SINGLE);
            }
            case SEARCH -> {
                name(resource, TypeRestfulInteraction.SEARCHTYPE);
                interaction.parameters().stream()
                        .filter(parameter -> !parameter.isChained())
                        .forEach(parameter -> resource.addSearchParam()
                                .setName(parameter.name())
                                .setType(parameter.type())
                                .setDocumentation(parameter.documentation()));
            }
            case TRANSACTION, BATCH -> throw new IllegalStateException("A bundle is taken by the system, not a type");
        }
    }

    private static void name(CapabilityStatementRestResourceComponent resource, TypeRestfulInteraction code) {
        if (resource.getInteraction().stream().noneMatch(named -> named.getCode() == code)) {
            resource.addInteraction().setCode(code);
        }
    }
}
