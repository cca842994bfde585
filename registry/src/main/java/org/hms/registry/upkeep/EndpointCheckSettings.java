package org.hms.registry.upkeep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often the registry itself tries endpoints, 0 for never, and at which hosts: {@code name} or {@code name:port}; private
 * networks, as CIDR, are those into which an allowed name may lead. Trusted certificates
 * are a PEM file of authorities that vouch for hosts beside the usual ones.
 */
public record EndpointCheckSettings(
        int everyHours,
        List<String> allowedHosts,
        List<String> privateNetworks,
        boolean allowHttp,
        @Nullable Path trustedCertificates) {

    /** Nobody is tried. */
    public static final EndpointCheckSettings NEVER = new EndpointCheckSettings(0, List.of(), List.of(), false, null);

    public EndpointCheckSettings {
        if (everyHours < 0) {
            throw new IllegalArgumentException("Endpoints are checked every so many hours, or never with 0");
        }
        allowedHosts = List.copyOf(allowedHosts);
        privateNetworks = List.copyOf(privateNetworks);
    }

    @JsonCreator
    static EndpointCheckSettings of(
            @JsonProperty("everyHours") @Nullable Integer everyHours,
            @JsonProperty("allowedHosts") @Nullable List<String> allowedHosts,
            @JsonProperty("privateNetworks") @Nullable List<String> privateNetworks,
            @JsonProperty("allowHttp") @Nullable Boolean allowHttp,
            @JsonProperty("trustedCertificates") @Nullable String trustedCertificates) {
        return new EndpointCheckSettings(
                Objects.requireNonNullElse(everyHours, 0),
                Objects.requireNonNullElse(allowedHosts, List.of()),
                Objects.requireNonNullElse(privateNetworks, List.of()),
                Objects.requireNonNullElse(allowHttp, false),
                trustedCertificates == null || trustedCertificates.isBlank() ? null : Path.of(trustedCertificates));
    }
}
