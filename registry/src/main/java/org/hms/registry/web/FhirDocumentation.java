package org.hms.registry.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirPath;

/** Adds the FHIR face to an OpenAPI document, from the same registry of interactions that routes. */
final class FhirDocumentation {
    private static final String FHIR_JSON = "application/fhir+json";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private FhirDocumentation() {}

    static void add(List<FhirPath> paths, OpenAPI document) {
        var metadata = new Operation()
                .operationId("fhir-metadata")
                .summary("What the FHIR face offers")
                .tags(List.of("FHIR"))
                .responses(answers("CapabilityStatement"));
        document.path("/fhir/metadata", new PathItem().get(metadata));
        for (var path : paths) {
            var known = document.getPaths().get(path.path());
            var item = known == null ? new PathItem() : known;
            item.operation(PathItem.HttpMethod.valueOf(path.method()), operation(path));
            document.path(path.path(), item);
        }
    }

    private static Operation operation(FhirPath path) {
        var type = path.type().isEmpty() ? "system" : path.type();
        var name = path.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var operation = new Operation()
                .operationId("fhir" + path.path().replaceAll("[^A-Za-z]+", "-") + "-"
                        + path.method().toLowerCase(Locale.ROOT))
                .summary(type + " " + name)
                .tags(List.of("FHIR " + type))
                .responses(answers("A FHIR resource"));
        if (!path.roles().isEmpty()) {
            operation.description(
                    path.roles().stream().map(Role::code).collect(Collectors.joining(", ", "Roles: ", "")));
        }
        VARIABLE.matcher(path.path())
                .results()
                .forEach(variable -> operation.addParametersItem(
                        parameter(variable.group(1), "path").required(true)));
        path.parameters()
                .forEach(search -> operation.addParametersItem(
                        parameter(search.name(), "query").description(search.documentation())));
        if (path.method().equals("POST") || path.method().equals("PUT")) {
            var form = path.path().endsWith("/_search");
            operation.requestBody(
                    new RequestBody().content(content(form ? "application/x-www-form-urlencoded" : FHIR_JSON)));
        }
        return operation;
    }

    private static Parameter parameter(String name, String in) {
        return new Parameter().name(name).in(in).schema(typed("string"));
    }

    private static ApiResponses answers(String description) {
        return new ApiResponses()
                .addApiResponse(
                        "200", new ApiResponse().description(description).content(content(FHIR_JSON)))
                .addApiResponse(
                        "default",
                        new ApiResponse().description("An OperationOutcome").content(content(FHIR_JSON)));
    }

    private static Content content(String mediaType) {
        return new Content().addMediaType(mediaType, new MediaType().schema(typed("object")));
    }

    private static Schema<?> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
