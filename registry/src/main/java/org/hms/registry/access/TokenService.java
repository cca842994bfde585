package org.hms.registry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Mints and verifies the bearer tokens of this installation: JWTs signed with HMAC-SHA-256 by a local key. */
public final class TokenService {
    private static final String ISSUER = "hms-registry";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final InstantSource clock;
    /** A client sends the same token with each call; only what was found right is remembered. */
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    TokenService(byte[] key, InstantSource clock) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The key is not fit for HMAC-SHA-256", e);
        }
        this.clock = clock;
    }

    /** Signs with the key file in this directory, which is made at first use and readable by its owner only. */
    public static TokenService withKeyIn(Path directory) {
        return withKeyIn(directory, InstantSource.system());
    }

    public static TokenService withKeyIn(Path directory, InstantSource clock) {
        return new TokenService(SigningKey.in(directory), clock);
    }

    public String mint(Caller caller, Duration life) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("role", caller.role().code())
                .claim("source", caller.source())
                .claim("country", caller.country())
                .claim("purpose", caller.purpose())
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** A token whose signature was found right, which does not change. */
    private record Verified(Caller caller, Instant expiry) {}

    /** Gives the caller that this installation signed for; throws {@link InvalidToken} otherwise. */
    public Caller verify(String token) {
        var known = verified.get(token, this::read);
        if (!known.expiry().isAfter(clock.instant())) {
            throw new InvalidToken("The token has expired");
        }
        return known.caller();
    }

    private Verified read(String token) {
        try {
            var signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm()) || !signed.verify(verifier)) {
                throw new InvalidToken("The token is not signed by this registry");
            }
            return verified(signed.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new InvalidToken("The token cannot be read");
        }
    }

    private static Verified verified(JWTClaimsSet claims) throws ParseException {
        if (!ISSUER.equals(claims.getIssuer())) {
            throw new InvalidToken("The token was issued by another service");
        }
        var expiry = claims.getExpirationTime();
        if (expiry == null) {
            throw new InvalidToken("The token has expired");
        }
        var role = Role.findByCode(text(claims, "role", ""))
                .orElseThrow(() -> new InvalidToken("The token names no known role"));
        var caller = new Caller(
                text(claims, "sub", ""),
                role,
                claims.getStringClaim("source"),
                claims.getStringClaim("country"),
                text(claims, "purpose", Caller.TREATMENT));
        return new Verified(caller, expiry.toInstant());
    }

    private static String text(JWTClaimsSet claims, String name, String otherwise) throws ParseException {
        var value = claims.getStringClaim(name);
        return value == null ? otherwise : value;
    }
}
