package org.hms.registry.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hms.registry.fhir.strict.StrictJson;
import org.hms.registry.fhir.strict.StrictText;

/** Gives JSON of the native face the same strict look that FHIR gets, before it is bound to a record. */
final class StrictJsonBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        if (type != null && isJson(type)) {
            var text = StrictText.decodeUtf8(context.getInputStream().readAllBytes());
            StrictJson.check(text, StrictJson.Dialect.PLAIN);
            context.setInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
