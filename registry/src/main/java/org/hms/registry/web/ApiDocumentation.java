package org.hms.registry.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hms.registry.fhir.FhirPath;
import org.jspecify.annotations.Nullable;

/** The service describes itself: OpenAPI 3.1 of both faces, and a page on which to try them. */
@Hidden
@Path("/api")
public final class ApiDocumentation {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "favicon-32x32.png", "image/png",
            "api.js", "text/javascript;charset=utf-8");

    private final String document;

    /** Reads the annotations of the native resources once; the FHIR paths come from their registry. */
    public ApiDocumentation(List<Class<?>> nativeResources, List<FhirPath> fhirPaths) {
        this.document = write(describe(nativeResources, fhirPaths));
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response openApi() {
        return Response.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() throws IOException {
        return Response.ok(bytes("api.html"))
                .header("Content-Security-Policy", PAGE_POLICY)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("assets/{file}")
    public Response asset(@PathParam("file") String file) throws IOException {
        var type = ASSETS.get(file);
        if (type == null) {
            throw new NotFoundException();
        }
        return Response.ok(bytes(file.equals("api.js") ? file : WEBJAR + file))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static byte[] bytes(String resource) throws IOException {
        try (@Nullable InputStream in = ApiDocumentation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + resource);
            }
            return in.readAllBytes();
        }
    }

    private static OpenAPI describe(List<Class<?>> nativeResources, List<FhirPath> fhirPaths) {
        var base = new OpenAPI()
                .openapi("3.1.0")
                .info(new Info()
                        .title("HMS Registry")
                        .version("1")
                        .description("Patients, facilities, providers and the words of Paraguay's health system.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
        var configuration = new SwaggerConfiguration().openAPI(base).openAPI31(true);
        var reader = new Reader(configuration);
        var described = reader.read(new LinkedHashSet<>(nativeResources));
        if (described.getPaths() == null) {
            described.setPaths(new Paths());
        }
        FhirDocumentation.add(fhirPaths, described);
        return described;
    }

    private static String write(OpenAPI document) {
        try {
            return Json31.mapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The OpenAPI document could not be written", e);
        }
    }
}
