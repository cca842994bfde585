package org.hms.registry.idempotency.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.idempotency.OnceOnly;
import org.hms.registry.idempotency.OtherRequest;
import org.hms.registry.idempotency.RequestKey;
import org.hms.registry.idempotency.StoredAnswer;

/**
 * Honours {@code Idempotency-Key}: the same request under the same key gets the first answer again, another request under it
 * is refused with 422. A key belongs to its caller.
 */
public final class IdempotentRequests {

    private final OnceOnly once;
    private final FhirContext fhir = FhirContext.forR4Cached();

    public IdempotentRequests(OnceOnly once) {
        this.once = once;
    }

    public FhirHandler around(FhirHandler handler) {
        return request -> {
            var key = request.conditional().idempotencyKey();
            return key == null ? handler.handle(request) : answer(key, request, handler);
        };
    }

    private FhirAnswer answer(String key, FhirRequest request, FhirHandler handler) {
        if (!RequestKey.wellFormed(key)) {
            throw FhirProblem.invalid("An Idempotency-Key has 1 to 128 printable characters", "Idempotency-Key");
        }
        var caller = request.caller().subject() + " "
                + Objects.requireNonNullElse(request.caller().source(), "");
        var fingerprint = fingerprint(request);
        try {
            return toAnswer(once.answer(
                    new RequestKey(caller, key), fingerprint, () -> stored(fingerprint, handler.handle(request))));
        } catch (OtherRequest e) {
            throw FhirProblem.unprocessable("The Idempotency-Key has been used for another request")
                    .at("Idempotency-Key");
        }
    }

    private StoredAnswer stored(String fingerprint, FhirAnswer answer) {
        var body = answer.body() == null ? null : fhir.newJsonParser().encodeResourceToString(answer.body());
        return new StoredAnswer(fingerprint, answer.status(), body, answer.etag(), answer.location());
    }

    private FhirAnswer toAnswer(StoredAnswer stored) {
        var body =
                stored.body() == null ? null : (Resource) fhir.newJsonParser().parseResource(stored.body());
        return new FhirAnswer(stored.status(), body, stored.version(), null, stored.location());
    }

    /** All that was asked: where, under which conditions, with which body; not how the answer is to be written. */
    private String fingerprint(FhirRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, request.type());
            request.query().terms().forEach(term -> add(digest, term.declaredName() + "=" + term.rawValues()));
            add(digest, String.valueOf(request.conditional().ifMatch()));
            add(digest, String.valueOf(request.conditional().ifNoneMatch()));
            add(digest, String.valueOf(request.conditional().ifNoneExist()));
            if (request.body() != null) {
                add(digest, fhir.newJsonParser().encodeResourceToString(request.body()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
