package org.hms.registry.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Tells what Jetty refuses before any of our code is asked (a malformed URL, a head that is too long) in our words. */
final class EarlyFaults extends ErrorHandler {
    private final FaultWriter writer = new FaultWriter();

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var uri = request.getHttpURI();
        var path = uri == null || uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/+", "");
        var written = writer.write(
                Faults.early(code), path, null, request.getHeaders().get(HttpHeader.ACCEPT));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, written.contentType());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(written.body()), callback);
    }
}
