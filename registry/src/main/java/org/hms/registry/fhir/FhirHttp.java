package org.hms.registry.fhir;

import java.io.IOException;
import java.util.List;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/** One HTTP request as the FHIR face sees it, whoever took it in. */
public interface FhirHttp {

    /** The path from the root on as it was written, such as {@code fhir/Patient/1}. */
    String path();

    /** The query as it was written, without its question mark. */
    @Nullable
    String query();

    /** A header's values, joined by commas. */
    @Nullable
    String header(String name);

    List<String> headers(String name);

    /** Who asks; null where nobody said so and nobody has to. */
    @Nullable
    Caller caller();

    /** The URL that ends in {@code /fhir}, as the caller wrote it. */
    String base();

    byte[] body() throws IOException;

    /** Told the path with ids left out, for metrics. */
    void routed(String template);
}
