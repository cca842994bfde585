package org.hms.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR face of the service, made of endpoints. It gives the JAX-RS resource under {@code /fhir}, says what it can
 * do, and lists its paths for the documentation.
 */
public final class FhirFace {
    private final FhirRouter router;
    private final FhirSettings settings;
    private final FhirReader reader;
    private final FhirWriter writer;
    private final CapabilityStatements statements;
    private final @Nullable Function<String, Resource> terminology;

    public FhirFace(List<FhirEndpoint> endpoints, FhirContext context, FhirSettings settings) {
        this(endpoints, context, settings, null);
    }

    /** With a maker of the TerminologyCapabilities, which is given the base URL. */
    public FhirFace(
            List<FhirEndpoint> endpoints,
            FhirContext context,
            FhirSettings settings,
            @Nullable Function<String, Resource> terminology) {
        this.router = new FhirRouter(endpoints);
        this.settings = settings;
        this.reader = new FhirReader(context);
        this.writer = new FhirWriter(context);
        this.statements = new CapabilityStatements(router.endpoints(), settings);
        this.terminology = terminology;
    }

    /** The JAX-RS root resource; register it as an instance. */
    public Object resource() {
        return new FhirResource(this);
    }

    /**
     * Answers an operation of a whole type that every caller may ask for, such as {@code CodeSystem/$lookup}; empty where the
     * request is none. It throws what the resource would throw, and tells the route before it reads the body.
     */
    public Optional<FhirReply> answerQuestion(String method, FhirHttp http) throws IOException {
        return new FhirExchange(this, http).answerQuestion(method);
    }

    /** What this face offers, made from the endpoints themselves. */
    public CapabilityStatement capabilityStatement(String base) {
        return statements.of(base);
    }

    /** Every path and method, for the documentation. */
    public List<FhirPath> paths() {
        return router.all().stream().map(FhirPath::of).toList();
    }

    /** The types whose resources may be longer than the usual limit where they are stored, and how many bytes they may have. */
    public Map<String, Long> longBodies() {
        return router.endpoints().stream()
                .filter(endpoint -> endpoint.longBodies() > 0)
                .collect(Collectors.toUnmodifiableMap(FhirEndpoint::type, FhirEndpoint::longBodies));
    }

    public FhirSettings settings() {
        return settings;
    }

    Resource metadata(String base, @Nullable String mode) {
        return "terminology".equals(mode) && terminology != null ? terminology.apply(base) : statements.of(base);
    }

    FhirRouter router() {
        return router;
    }

    FhirReader reader() {
        return reader;
    }

    FhirWriter writer() {
        return writer;
    }
}
